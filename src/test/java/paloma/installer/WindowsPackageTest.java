package paloma.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import paloma.wire.secure.WireOptions;

/** What the Windows packages open, lock and take, and that the page for IT says the same. */
final class WindowsPackageTest {
  private static final Pattern GIVEN = Pattern.compile("\\bPALOMA_[A-Z_]+\\b");
  private static final Path WINDOWS = Path.of("installer/windows");

  @Test
  void theFirewallIsOpenedForOurProgramsAloneAndNeverOnPublicNetworks() throws Exception {
    var rules = Xml.all(WixSource.read("firewall.wxs", "perMachine"), "FirewallException");
    assertThat(rules).extracting(r -> r.getAttribute("Name")).doesNotHaveDuplicates().hasSize(8);
    var script = Files.readString(WINDOWS.resolve("package.ps1"));
    var seen = new TreeSet<String>();
    for (var rule : rules) {
      assertThat(rule.getAttribute("Profile")).isIn("domain", "private");
      assertThat(rule.getAttribute("Action")).isIn("", "allow");
      assertThat(rule.getAttribute("Outbound")).isEmpty();
      var program = rule.getAttribute("Program").replace("[INSTALLFOLDER]", "");
      assertThat(script).contains("$image/" + program);
      if (rule.getAttribute("Protocol").equals("udp")) {
        assertThat(rule.getAttribute("Port")).isEqualTo(WireOptions.DISCOVERY_PORT + ",5353");
      } else {
        assertThat(rule.getAttribute("Protocol")).isEqualTo("tcp");
        assertThat(rule.getAttribute("Port")).isEmpty();
      }
      seen.add(
          String.join(" ", program, rule.getAttribute("Protocol"), rule.getAttribute("Profile")));
    }
    assertThat(seen).hasSize(8);
  }

  @Test
  void onlyAdministratorsMayWriteWhereThePolicyLies() {
    var policy = WixSource.read("policy.wxs", "perMachine");
    var rights = Xml.all(policy, "PermissionEx").getFirst().getAttribute("Sddl");
    // Owner and group Administrators; nothing inherited; full access for the system and them alone.
    assertThat(rights).startsWith("O:BAG:BAD:PAI(");
    assertThat(Pattern.compile("\\(A;OICI;FA;;;(\\w+)\\)").matcher(rights).results())
        .extracting(r -> r.group(1))
        .containsExactly("SY", "BA");
    assertThat(rights.replaceAll("\\(A;OICI;FA;;;\\w+\\)", ""))
        .endsWith("PAI(A;OICI;0x1200a9;;;BU)");
    var folder = Xml.all(policy, "Directory").getFirst();
    assertThat(folder.getAttribute("Name")).isEqualTo("Paloma");
    assertThat(((Element) folder.getParentNode()).getAttribute("Id"))
        .isEqualTo("CommonAppDataFolder");
    assertThat(Xml.all(policy, "CopyFile").getFirst().getAttribute("DestinationName"))
        .isEqualTo("policy.json");
  }

  @Test
  void anUpdateKeepsThePolicyAndARemovalTakesItAway() {
    var removal = Xml.all(WixSource.read("policy.wxs", "perMachine"), "RemoveFolderEx").getFirst();
    assertThat(removal.getAttribute("On")).isEqualTo("uninstall");
    assertThat(removal.getAttribute("Condition")).isEqualTo("NOT UPGRADINGPRODUCTCODE");
  }

  @Test
  void whatAPackageTakesIsWhatTheExeHandsOnAndWhatThePageForItExplains() throws Exception {
    var taken = new TreeSet<String>();
    for (var name : List.of("desktop.wxs", "policy.wxs")) {
      taken.addAll(given(Files.readString(WixSource.FOLDER.resolve(name))));
    }
    assertThat(taken)
        .containsExactly(
            "PALOMA_AUTOSTART", "PALOMA_DESKTOP_ICON", "PALOMA_OFFICE_KEY", "PALOMA_POLICY");
    var setup = WixSource.read("setup.wxs", "perUser");
    assertThat(Xml.all(setup, "Variable"))
        .allMatch(v ->
            v.getAttributeNS("http://wixtoolset.org/schemas/v4/wxs/bal", "Overridable")
                .equals("yes"))
        .extracting(v -> v.getAttribute("Name"))
        .containsExactlyInAnyOrderElementsOf(taken);
    assertThat(Xml.all(setup, "MsiProperty"))
        .allMatch(p -> p.getAttribute("Value").equals("[" + p.getAttribute("Name") + "]"))
        .extracting(p -> p.getAttribute("Name"))
        .containsExactlyInAnyOrderElementsOf(taken);
    var page = Files.readString(Path.of("src/docs/rollout.md"));
    for (var property : taken) assertThat(page).contains("\n| `" + property + "=");
  }

  private static TreeSet<String> given(String text) {
    var found = new TreeSet<String>();
    GIVEN.matcher(text).results().forEach(r -> found.add(r.group()));
    return found;
  }

  @Test
  void thePageForItNamesThePortsAndTheFiles() throws Exception {
    var page = Files.readString(Path.of("src/docs/rollout.md"));
    assertThat(page)
        .contains("UDP " + WireOptions.DISCOVERY_PORT + " in")
        .contains("TCP " + WireOptions.FIRST_PORT + " in");
    var script = Files.readString(WINDOWS.resolve("package.ps1"));
    for (var ending : List.of(".msi", ".exe", "-user.msi", "-all-users.exe")) {
      assertThat(page).contains("`paloma-VERSION-windows-x64" + ending + "`");
      assertThat(script).contains("\"paloma-$version-windows-x64" + ending + "\"");
    }
  }

  @Test
  void everyVariableOfTheSourcesIsGivenByTheScript() throws Exception {
    var script = Files.readString(WINDOWS.resolve("package.ps1"));
    for (var name : List.of("Scope", "Version", "Image", "Windows", "Msi")) {
      assertThat(script).contains("'-d', \"" + name + "=");
    }
    for (var name : WixSource.PACKAGE) assertThat(script).contains("$wix/" + name);
    for (var name : WixSource.FOR_A_PC) assertThat(script).contains("$wix/" + name);
  }

  @Test
  void theWordInATerminalFindsTheProgramForTerminals() throws Exception {
    var lines = Files.readString(WINDOWS.resolve("terminal/paloma.cmd"), UTF_8);
    assertThat(lines).contains("\"%~dp0..\\paloma-cli.exe\" %*\r\n");
    assertThat(lines.replace("\r\n", "")).doesNotContain("\n");
    assertThat(Files.readString(WINDOWS.resolve("paloma-cli.properties")))
        .contains("win-console=true");
  }
}
