package paloma.installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Property lists of macOS, read strictly: what is not understood fails. */
final class Plist {
  private Plist() {}

  /** Dictionaries become maps, arrays lists, then texts, numbers and booleans. */
  static Object of(Path file) {
    var root = Xml.of(file);
    if (!root.getLocalName().equals("plist") || !root.getAttribute("version").equals("1.0")) {
      throw new AssertionError(file + " is no property list");
    }
    var inside = Xml.children(root);
    if (inside.size() != 1) throw new AssertionError(file + ": " + inside.size() + " roots");
    return value(inside.getFirst());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> dictionary(Path file) {
    return (Map<String, Object>) of(file);
  }

  private static Object value(Element element) {
    return switch (element.getLocalName()) {
      case "dict" -> dictionary(element);
      case "array" -> Xml.children(element).stream().map(Plist::value).toList();
      case "string" -> element.getTextContent();
      case "integer" -> Integer.parseInt(element.getTextContent());
      case "true" -> true;
      case "false" -> false;
      default -> throw new AssertionError("a value <" + element.getLocalName() + ">");
    };
  }

  private static Map<String, Object> dictionary(Element element) {
    List<Element> parts = new ArrayList<>(Xml.children(element));
    if (parts.size() % 2 != 0) throw new AssertionError("a key without a value");
    var found = new LinkedHashMap<String, Object>();
    for (int i = 0; i < parts.size(); i += 2) {
      if (!parts.get(i).getLocalName().equals("key")) throw new AssertionError("no key");
      var before = found.put(parts.get(i).getTextContent(), value(parts.get(i + 1)));
      if (before != null) throw new AssertionError("twice: " + parts.get(i).getTextContent());
    }
    return found;
  }
}
