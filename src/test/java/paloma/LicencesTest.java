package paloma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Paloma is given away under Apache-2.0 and so has to be what it carries. Reads the poms that lie
 * beside the jars of this JVM, the tests' jars included.
 */
final class LicencesTest {
  /** Beginnings of what the licences of this world are called, those that may be passed on so. */
  private static final List<String> FREE =
      List.of(
          "apache",
          "mit",
          "bsd",
          "the bsd",
          "3-clause bsd",
          "2-clause bsd",
          "the apache",
          "the mit",
          // The words of MIT.
          "bouncy castle");

  /** For tests only: weaker than GPL, and nothing of it leaves the build. */
  private static final List<String> FREE_TO_TEST_WITH = List.of("eclipse", "epl");

  @Test
  void everyLibraryMayBePassedOn() throws Exception {
    var refused = new TreeMap<String, List<String>>();
    int seen = 0;
    for (var pom : poms()) {
      var licences = licences(pom);
      seen++;
      if (licences.stream().noneMatch(LicencesTest::mayBePassedOn)) {
        refused.put(pom.getFileName().toString(), licences);
      }
    }
    assertThat(seen).isGreaterThan(10);
    assertThat(refused).isEmpty();
  }

  @Test
  void everyLibraryIsExplained() throws Exception {
    var page = Files.readString(Path.of("src/docs/dependencies.md"));
    var unexplained = new TreeSet<String>();
    for (var dependency :
        children(children(parse(Path.of("pom.xml")), "dependencies").getFirst())) {
      var name = text(dependency, "artifactId");
      if (!page.contains("`" + name + "`")) unexplained.add(name);
    }
    assertThat(unexplained).isEmpty();
  }

  @Test
  void aLicenceWithoutTheClassPathExceptionIsRefused() {
    assertThat(mayBePassedOn("GPLv2+CE")).isTrue();
    assertThat(mayBePassedOn("Apache License, Version 2.0")).isTrue();
    assertThat(mayBePassedOn("GNU General Public License v3")).isFalse();
    assertThat(mayBePassedOn("GNU Affero General Public License")).isFalse();
    assertThat(mayBePassedOn("Server Side Public License")).isFalse();
  }

  private static boolean mayBePassedOn(String licence) {
    var name = licence.toLowerCase(Locale.ROOT);
    return Stream.concat(FREE.stream(), FREE_TO_TEST_WITH.stream()).anyMatch(name::startsWith)
        || name.equals("gplv2+ce");
  }

  /** The poms of the jars on the class path and the module path. */
  private static List<Path> poms() {
    var paths = System.getProperty("java.class.path") + File.pathSeparator + modulePath();
    return Stream.of(paths.split(File.pathSeparator))
        .filter(jar -> jar.endsWith(".jar"))
        .map(Path::of)
        .map(jar -> jar.resolveSibling(versioned(jar) + ".pom"))
        .filter(Files::exists)
        .distinct()
        .toList();
  }

  private static String modulePath() {
    return System.getProperty("jdk.module.path", "");
  }

  /** {@code artifact-version}, without what follows it for an operating system. */
  private static String versioned(Path jar) {
    var folder = jar.getParent();
    return folder.getParent().getFileName() + "-" + folder.getFileName();
  }

  /** The names of a pom's licences; where it has none they are its parent's. */
  private static List<String> licences(Path pom) throws Exception {
    var project = parse(pom);
    var names = new ArrayList<String>();
    for (var licences : children(project, "licenses")) {
      for (var licence : children(licences)) names.add(text(licence, "name"));
    }
    var parents = children(project, "parent");
    if (!names.isEmpty() || parents.isEmpty()) return names;
    var parent = pom(pom, project, parents.getFirst());
    return Files.exists(parent) ? licences(parent) : List.of();
  }

  /** Where the parent's pom lies in the repository that a pom lies in. */
  private static Path pom(Path child, Element project, Element parent) {
    var own = children(project, "groupId");
    var group = own.isEmpty() ? text(parent, "groupId") : own.getFirst().getTextContent().strip();
    var repository = child.getParent().getParent().getParent();
    for (int i = 0; i < group.split("\\.").length; i++) repository = repository.getParent();
    var artifact = text(parent, "artifactId");
    var version = text(parent, "version");
    return repository
        .resolve(text(parent, "groupId").replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private static Element parse(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).toList();
  }

  private static List<Element> children(Element parent) {
    var elements = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) elements.add(element);
    }
    return elements;
  }
}
