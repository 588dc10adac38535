package paloma.installer;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML read strictly, with namespaces, and without ever fetching what a document names. */
final class Xml {
  private Xml() {}

  static Element of(Path file) {
    try {
      return of(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @param name says where the text is from when it is no XML
   */
  static Element of(String text, String name) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    } catch (ParserConfigurationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.ELEMENT_NODE) found.add((Element) node);
    }
    return found;
  }

  /** The element and everything below it. */
  static List<Element> all(Element root) {
    var found = new ArrayList<Element>();
    found.add(root);
    for (var child : children(root)) found.addAll(all(child));
    return found;
  }

  static List<Element> all(Element root, String name) {
    return all(root).stream().filter(e -> e.getLocalName().equals(name)).toList();
  }
}
