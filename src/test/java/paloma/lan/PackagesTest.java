package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Linux packages hold and ask for. */
@Tag("lan")
@Packages.Needed
final class PackagesTest {
  private static final long MOST_BYTES = 75_000_000;

  /** What an installed Linux program is expected to bring beside itself. */
  private static final List<String> PARTS =
      List.of(
          "/usr/bin/paloma",
          "/opt/paloma/LICENSE",
          "/opt/paloma/NOTICE",
          "/opt/paloma/lib/run.aot",
          "/opt/paloma/lib/command.aot",
          "/opt/paloma/runtime/legal/java.base/LICENSE",
          "/usr/share/applications/paloma.desktop",
          "/usr/share/applications/paloma-link.desktop",
          "/usr/share/applications/paloma-share.desktop",
          "/usr/share/icons/hicolor/48x48/apps/paloma.png",
          "/usr/share/icons/hicolor/512x512/apps/paloma.png",
          "/usr/share/icons/hicolor/scalable/apps/paloma.svg",
          "/usr/share/metainfo/paloma.metainfo.xml",
          "/usr/share/man/man1/paloma.1.gz",
          "/usr/share/bash-completion/completions/paloma",
          "/usr/share/nautilus-python/extensions/paloma.py",
          "/usr/share/nemo/actions/paloma.nemo_action",
          "/usr/share/kio/servicemenus/paloma.desktop",
          "/usr/share/Thunar/sendto/paloma.desktop",
          "/usr/share/file-manager/actions/paloma.desktop",
          "/usr/lib/firewalld/services/paloma.xml",
          "/etc/ufw/applications.d/paloma");

  static Stream<Path> all() {
    return Stream.of(Packages.deb(), Packages.rpm(), Packages.archive());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPackageIsSmall(Path file) throws IOException {
    assertThat(Files.size(file)).isBetween(1_000_000L, MOST_BYTES);
  }

  @Test
  void bothPackagesBringEveryPart() {
    assertThat(debian()).containsAll(PARTS).contains("/usr/share/zsh/vendor-completions/_paloma");
    assertThat(rpm("-l")).containsAll(PARTS).contains("/usr/share/zsh/site-functions/_paloma");
  }

  /** What a maintainer script does not do can't go wrong, and leaves nothing behind. */
  @Test
  void noPackageRunsAScript() {
    var parts = Shell.run("dpkg-deb", "--info", Packages.deb().toString());
    assertThat(parts).contains(" control").doesNotContain("postinst", "preinst", "postrm", "prerm");
    assertThat(rpm("--scripts")).isEmpty();
  }

  @Test
  void whatTheWindowNeedsOfTheSystemIsAskedFor() {
    assertThat(Shell.run("dpkg-deb", "-f", Packages.deb().toString(), "Depends"))
        .contains("libgtk-3-0", "libgl1", "libxtst6", "libc6");
    assertThat(rpm("--requires")).contains("libgtk-3.so.0()(64bit)", "libGL.so.1()(64bit)");
  }

  @Test
  void nothingInItIsWritableForOthersOrRunsAsSomebodyElse() {
    var entries = Shell.run("dpkg-deb", "-c", Packages.deb().toString()).lines().toList();
    assertThat(entries)
        .hasSizeGreaterThan(100)
        .allMatch(entry -> entry.contains(" root/root "))
        .noneMatch(entry -> entry.startsWith("s", 3) || entry.startsWith("s", 6))
        .noneMatch(entry -> !entry.startsWith("l") && entry.startsWith("w", 8));
  }

  @Test
  void eachPackageKnowsOfWhichKindItIs() {
    assertThat(inDebian("opt/paloma/lib/package.txt")).isEqualTo("deb\n");
    assertThat(Shell.run("tar", "-tf", Packages.archive().toString()))
        .contains("paloma/lib/paloma.jar")
        .doesNotContain("package.txt");
  }

  @Test
  void theManualNamesEveryCommand() throws IOException {
    var page =
        Shell.run(
            "sh",
            "-c",
            "dpkg-deb --fsys-tarfile '%s' | tar -xO ./usr/share/man/man1/paloma.1.gz | zcat"
                .formatted(Packages.deb()));
    var help = Files.readString(Path.of("assets/text/cli.properties"));
    var missing = new TreeSet<String>();
    help.lines()
        .filter(line -> line.matches("cli\\.help\\.[a-z]+ = .*"))
        .map(line -> line.substring("cli.help.".length(), line.indexOf(' ')))
        .filter(name -> !name.equals("paloma") && !page.contains("\n.B " + name + "\n"))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
    assertThat(page).doesNotContain("@");
  }

  @Test
  void theSystemsOwnToolsFindNoFaultInMenuEntries() throws IOException {
    var folder = Path.of("installer/linux");
    for (var entry : List.of("paloma", "paloma-link", "paloma-share")) {
      Shell.run("desktop-file-validate", folder.resolve(entry + ".desktop").toString());
    }
    var metainfo = Files.createTempFile("paloma", ".metainfo.xml");
    try {
      Files.writeString(metainfo, inDebian("usr/share/metainfo/paloma.metainfo.xml"));
      Shell.run("appstreamcli", "validate", "--no-net", metainfo.toString());
    } finally {
      Files.delete(metainfo);
    }
  }

  private static String inDebian(String path) {
    return Shell.run(
        "sh",
        "-c",
        "dpkg-deb --fsys-tarfile '%s' | tar -xO './%s'".formatted(Packages.deb(), path));
  }

  private static List<String> debian() {
    return Shell.run("dpkg-deb", "-c", Packages.deb().toString())
        .lines()
        .map(line -> line.substring(line.indexOf("./") + 1).replaceFirst(" -> .*", ""))
        .toList();
  }

  private static List<String> rpm(String query) {
    return Shell.run("rpm", "-qp", query, Packages.rpm().toString()).lines().toList();
  }
}
