package paloma.platform.autostart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutostartTest {
  private static final List<String> COMMAND = List.of("/opt/paloma/bin/paloma", "--background");

  @TempDir Path folder;

  private Path own() {
    return folder.resolve("config/autostart/paloma.desktop");
  }

  private Path office() {
    return folder.resolve("etc/autostart/paloma.desktop");
  }

  private XdgAutostart xdg() {
    var environment = new HashMap<String, String>();
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("XDG_CONFIG_DIRS", folder.resolve("none") + ":" + folder.resolve("etc"));
    return XdgAutostart.of(environment::get, folder, COMMAND);
  }

  private void officeStartsIt() throws IOException {
    Files.createDirectories(office().getParent());
    Files.writeString(office(), DesktopEntry.starting(List.of("/usr/bin/paloma")));
  }

  @Test
  void onLinuxAnEntryOfOnesOwnStartsIt() throws IOException {
    assertThat(xdg().on()).isFalse();
    xdg().set(true);
    assertThat(xdg().on()).isTrue();
    assertThat(own())
        .content()
        .contains("[Desktop Entry]\nType=Application\n")
        .contains("\nExec=/opt/paloma/bin/paloma --background\n");
    xdg().set(false);
    assertThat(xdg().on()).isFalse();
    assertThat(own()).doesNotExist();
  }

  @Test
  void whatTheOfficeStartsCanBeSwitchedOffAndOnByThePerson() throws IOException {
    officeStartsIt();
    assertThat(xdg().on()).isTrue();
    xdg().set(false);
    assertThat(xdg().on()).isFalse();
    assertThat(own()).content().contains("Hidden=true");
    xdg().set(true);
    assertThat(xdg().on()).isTrue();
    assertThat(own()).as("the office keeps its own entry up to date").doesNotExist();
  }

  @Test
  void whatADesktopWroteIntoTheEntryCounts() throws IOException {
    xdg().set(true);
    var text = Files.readString(own());
    Files.writeString(own(), text.replace("enabled=true", "enabled=false"));
    assertThat(xdg().on()).isFalse();
    Files.writeString(own(), text + "\n[Desktop Action New]\nHidden=true\n");
    assertThat(xdg().on()).as("a key of another group").isTrue();
    Files.writeString(own(), text + "Hidden = TRUE \n");
    assertThat(xdg().on()).isFalse();
  }

  @Test
  void withoutAVariableThePlaceIsTheUsualOne() {
    var relative = Map.of("XDG_CONFIG_HOME", "config", "XDG_CONFIG_DIRS", "etc");
    XdgAutostart.of(relative::get, folder, COMMAND).set(true);
    assertThat(folder.resolve(".config/autostart/paloma.desktop")).exists();
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("config"), "a file in the way");
    assertThatThrownBy(() -> xdg().set(true)).hasMessageContaining("autostart-not-written");
  }

  @Test
  void pathsAreQuotedAsTheSpecificationWants() {
    assertThat(DesktopEntry.exec(List.of("/opt/My Apps/paloma", "--background")))
        .isEqualTo("\"/opt/My Apps/paloma\" --background");
    assertThat(DesktopEntry.exec(List.of("/opt/100%/p"))).isEqualTo("/opt/100%%/p");
    assertThat(DesktopEntry.exec(List.of("/a\"b$c`d\\e")))
        .isEqualTo("\"/a\\\\\"b\\\\$c\\\\`d\\\\\\\\e\"");
    assertThat(DesktopEntry.exec(List.of("/opt/飞鸽/paloma"))).isEqualTo("/opt/飞鸽/paloma");
  }

  @Test
  void onWindowsItIsAValueOfTheRunKey() {
    var asked = new ArrayList<List<String>>();
    var there = new ArrayList<String>();
    var key =
        new RunKey(
            words -> {
              asked.add(words);
              switch (words.get(1)) {
                case "add" -> there.add(words.get(words.indexOf("/d") + 1));
                case "delete" -> there.clear();
                default -> {}
              }
              return !there.isEmpty() || words.get(1).equals("delete");
            },
            List.of("C:\\Program Files\\Paloma\\Paloma.exe", "--background"));

    assertThat(key.on()).isFalse();
    key.set(true);
    assertThat(key.on()).isTrue();
    assertThat(there).containsExactly("\\\"C:\\Program Files\\Paloma\\Paloma.exe\\\" --background");
    key.set(false);
    assertThat(key.on()).isFalse();
    assertThat(asked)
        .allSatisfy(words ->
            assertThat(words)
                .startsWith("reg.exe")
                .contains("HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "Paloma"));
  }

  @Test
  void aRegistryThatRefusesIsSaid() {
    var key = new RunKey(_ -> false, COMMAND);
    assertThatThrownBy(() -> key.set(true)).hasMessageContaining("autostart-not-written");
    key.set(false);
  }

  @Test
  void windowsWordsAreQuotedWhereTheyMustBe() {
    assertThat(RunKey.line(List.of("C:\\Paloma\\Paloma.exe", "--profile", "D:\\My Files\\")))
        .isEqualTo("C:\\Paloma\\Paloma.exe --profile \"D:\\My Files\\\\\"");
  }

  @Test
  void onMacOsItIsALaunchAgent() throws IOException {
    var agents = folder.resolve("Library/LaunchAgents");
    var agent =
        new LaunchAgent(
            agents, List.of("/Applications/A & B.app/Contents/MacOS/P", "--background"));
    assertThat(agent.on()).isFalse();
    agent.set(true);
    assertThat(agent.on()).isTrue();
    assertThat(Files.readString(agents.resolve("paloma.plist")))
        .contains("<string>paloma</string>")
        .contains(
            """
              <array>
                <string>/Applications/A &amp; B.app/Contents/MacOS/P</string>
                <string>--background</string>
              </array>
            """)
        .contains("<key>RunAtLoad</key>\n  <true/>");
    agent.set(false);
    assertThat(agent.on()).isFalse();
  }

  @Test
  void whatCannotBeStartedIsNotOffered() {
    assertThat(Autostart.here(List.of())).isEmpty();
    assertThat(Autostart.here(List.of("/opt/a\nExec=evil"))).isEmpty();
    assertThat(Autostart.here(COMMAND)).isPresent();
  }
}
