package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The Debian package on computers that have nothing else: no Java, no desktop. From the installer
 * to the first message and file, to the next version, and away again.
 */
@RealHosts
@Packages.Needed
final class InstalledTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String LATER = "99.0.1";

  /** Where the tools that install keep their own books. */
  private static final Set<String> BOOKS =
      Set.of("/var/lib/dpkg", "/var/lib/apt", "/var/cache", "/var/log", "/proc", "/tmp", "/root");

  private final Lan lan = new Lan();
  private final Path folder;
  private Machine first;
  private Machine second;

  InstalledTest() throws IOException {
    folder = Files.createDirectories(lan.folder().resolve("machines"));
  }

  @AfterEach
  void removeMachines() {
    for (var machine : new Machine[] {first, second}) {
      if (machine != null) machine.close();
    }
    lan.close();
  }

  @Test
  void fromTheInstallerToTheFirstMessageToTheNextVersionAndAway() throws Exception {
    var bare = Machine.bare(folder.resolve("bare"));
    var setUp = Machine.of(folder.resolve("set-up"), List.of(bare));
    try (setUp) {
      setUp.run("apt-get", "update", "-q");
      setUp.install(Packages.deb());
      assertThat(setUp.run("sh", "-c", "command -v java || echo none")).isEqualTo("none\n");
      assertThat(setUp.run("dpkg", "--audit")).isEmpty();
      for (var account : List.of("anna", "bert")) setUp.run("useradd", "-m", account);
    }
    var layers = List.of(setUp.own(), bare);
    first = Machine.of(folder.resolve("first"), layers).withDisplays();
    second = Machine.of(folder.resolve("second"), layers).withDisplays();
    try (var left = Screen.open();
        var right = Screen.open()) {
      var anna = new Worker(lan.host(), first, "anna", left.display());
      var bert = new Worker(lan.host(), second, "bert", right.display());
      anna.openWindow(folder.resolve("anna.log"));
      bert.openWindow(folder.resolve("bert.log"));
      left.awaitWindow("^Paloma", PATIENCE, folder.resolve("anna.log"));
      right.awaitWindow("^Paloma", PATIENCE, folder.resolve("bert.log"));
      talk(anna, bert);
      upgrade(anna, bert, right);
      bert.ask("stop");
      assertThat(bert.ended(PATIENCE)).isTrue();
      anna.ask("stop");
      assertThat(anna.ended(PATIENCE)).isTrue();
    }
    assertThat(Files.readString(folder.resolve("anna.log"))).doesNotContain("[error]", "Exception");
    remove(second);
  }

  private static void talk(Worker anna, Worker bert) throws IOException, InterruptedException {
    anna.askUntil(
        rows -> rows.stream().anyMatch(r -> "bert".equals(r.get("name"))), PATIENCE, "peers");
    var sent = anna.ask("send", "bert", "你好，from a package", "--wait", "delivered=60");
    assertThat(sent.exit()).isZero();
    anna.type("sh", "-c", "head -c 3000000 /dev/urandom > ~/report.bin");
    assertThat(anna.ask("offer", "bert", "/home/anna/report.bin").exit()).isZero();
    var offer =
        bert.askUntil(rows -> !rows.isEmpty(), PATIENCE, "transfers").getFirst().get("offer");
    var taken = bert.ask("accept", (String) offer, "--wait", "finished=60");
    assertThat(taken.exit()).isZero();
    var path = (String) taken.rows().getFirst().get("path");
    assertThat(path).startsWith("/home/bert/");
    assertThat(bert.type("sha256sum", path).split(" ")[0])
        .isEqualTo(anna.type("sha256sum", "/home/anna/report.bin").split(" ")[0]);
  }

  /** The next version comes while the program runs; it is the one of the next start. */
  private void upgrade(Worker anna, Worker bert, Screen screen)
      throws IOException, InterruptedException {
    second.install(Packages.later(Packages.deb(), LATER, folder));
    assertThat(anna.ask("send", "bert", "still there?", "--wait", "delivered=60").exit()).isZero();
    bert.ask("stop");
    assertThat(bert.ended(PATIENCE)).isTrue();
    bert.openWindow(folder.resolve("bert.log"));
    screen.awaitWindow("^Paloma", PATIENCE, folder.resolve("bert.log"));
    bert.askUntil(rows -> LATER.equals(rows.getFirst().get("version")), PATIENCE, "status");
    assertThat(bert.ask("history", "anna").rows())
        .extracting(row -> row.get("text"))
        .contains("你好，from a package", "still there?");
  }

  private static void remove(Machine machine) throws IOException {
    var of = new TreeSet<>(machine.run("dpkg", "-L", "paloma").lines().toList());
    var expected = files(machine);
    expected.removeAll(of);
    machine.run("apt-get", "remove", "-y", "-q", "paloma");
    assertThat(machine.file("/usr/bin/paloma")).doesNotExist();
    machine.run("apt-get", "purge", "-y", "-q", "paloma");
    var left = files(machine);
    left.removeAll(expected);
    // Folders that others may use stay or go with the last package in them.
    left.removeIf(path -> of.contains(path) && Files.isDirectory(machine.file(path)));
    assertThat(left).isEmpty();
    assertThat(machine.file("/opt/paloma")).doesNotExist();
    assertThat(machine.file("/etc/ufw/applications.d/paloma")).doesNotExist();
    assertThat(machine.file("/home/bert/.local/share/paloma/paloma.db")).exists();
  }

  private static TreeSet<String> files(Machine machine) {
    var all = new TreeSet<>(machine.run("find", "/", "-xdev").lines().toList());
    all.removeIf(path -> BOOKS.stream().anyMatch(path::startsWith));
    return all;
  }
}
