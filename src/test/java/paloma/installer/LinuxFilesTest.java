package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paloma.model.HostAndPort;
import paloma.ui.PalomaApplication;
import paloma.wire.secure.WireOptions;

/** What the Linux packages put beside the program agrees with the program. */
final class LinuxFilesTest {
  private static final Path FOLDER = Path.of("installer/linux");

  /** The first port, and those that are tried after it. */
  private static final int LAST_PORT = HostAndPort.USUAL_PORT + 9;

  static Stream<Path> menus() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().matches(".*\\.(desktop|servicemenu|nemo_action|action)"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("menus")
  void everyEntryHasItsWordsInEveryLanguageAndStartsACommandThatThereIs(Path file)
      throws IOException {
    var words = Files.readString(Path.of("assets/text/cli.properties"));
    int entries = 0;
    for (var group : groups(file).values()) {
      for (var key : List.of("Name", "Comment", "GenericName", "Keywords")) {
        boolean brand = "Paloma".equals(group.get(key));
        if (!group.containsKey(key) || brand) continue;
        assertThat(group).as(file + " " + key).containsKeys(key + "[zh_CN]", key + "[ja]");
      }
      if (!group.containsKey("Exec")) continue;
      entries++;
      var typed = group.get("Exec").split(" ");
      assertThat(typed[0]).isEqualTo("/usr/bin/paloma");
      if (typed.length == 1 || typed[1].startsWith("-")) continue;
      assertThat(words).contains("\ncli.help." + typed[1] + " = ");
    }
    assertThat(entries).isPositive();
  }

  @Test
  void theMenuEntryIsFoundByTheNameThatWindowsHave() throws IOException {
    assertThat(groups(FOLDER.resolve("paloma.desktop")).get("Desktop Entry"))
        .containsEntry("StartupWMClass", PalomaApplication.class.getName());
  }

  @Test
  void linksAreOpenedByTheProgram() throws IOException {
    assertThat(groups(FOLDER.resolve("paloma-link.desktop")).get("Desktop Entry"))
        .containsEntry("MimeType", "x-scheme-handler/paloma;")
        .containsEntry("Exec", "/usr/bin/paloma link %u");
  }

  @Test
  void firewallsAreToldThePortsThatTheProgramUses() throws IOException {
    var tcp = "%d:%d/tcp".formatted(HostAndPort.USUAL_PORT, LAST_PORT);
    assertThat(Files.readString(FOLDER.resolve("paloma.ufw")))
        .contains("ports=%d/udp|5353/udp|%s\n".formatted(WireOptions.DISCOVERY_PORT, tcp));
    var ports = Xml.all(Xml.of(FOLDER.resolve("paloma.firewalld.xml")), "port");
    assertThat(ports)
        .extracting(port -> port.getAttribute("port") + "/" + port.getAttribute("protocol"))
        .containsExactlyInAnyOrder(WireOptions.DISCOVERY_PORT + "/udp", tcp.replace(':', '-'));
  }

  @Test
  void softwareCentresAreToldInEveryLanguage() {
    var page = Xml.of(FOLDER.resolve("paloma.metainfo.xml"));
    for (var text : List.of("summary", "p")) {
      assertThat(Xml.all(page, text))
          .extracting(element -> element.getAttribute("xml:lang"))
          .containsExactlyInAnyOrder("", "zh_CN", "ja");
    }
    assertThat(Xml.all(page, "launchable"))
        .extracting(element -> element.getTextContent())
        .containsExactly("paloma.desktop");
  }

  /** The spec's list of files would otherwise be tried only where packages are built. */
  @Test
  void theRedHatPackageListsWhatTheDebianOneBrings() throws IOException {
    var spec = Files.readString(FOLDER.resolve("paloma.spec"));
    var script = Files.readString(FOLDER.resolve("package.sh"));
    var put =
        java.util.regex.Pattern.compile("(?m)^put \\S+ ((?:usr|etc)/[\\w./-]+)$").matcher(script);
    var missing = put.results().map(r -> "/" + r.group(1)).filter(f -> !listed(spec, f)).toList();
    assertThat(missing).isEmpty();
  }

  private static boolean listed(String spec, String file) {
    var folder = file.substring(0, file.lastIndexOf('/'));
    return spec.contains(file + "\n") || spec.contains(folder + "\n");
  }

  private static Map<String, Map<String, String>> groups(Path file) throws IOException {
    var groups = new TreeMap<String, Map<String, String>>();
    Map<String, String> group = new TreeMap<>();
    for (var line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      if (line.startsWith("[")) {
        group = new TreeMap<>();
        groups.put(line.substring(1, line.length() - 1), group);
      } else {
        var parts = line.split("=", 2);
        assertThat(group.put(parts[0], parts[1])).as(file + " " + line).isNull();
      }
    }
    return groups;
  }
}
