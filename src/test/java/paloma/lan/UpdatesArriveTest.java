package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer Paloma from one host to another, without an internet anywhere. */
@RealHosts
final class UpdatesArriveTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long MIB = 1 << 20;
  private static final long BYTES = (Whole.RUN ? 300 : 40) * MIB;

  /** Slow enough that one can be killed in the middle. */
  private static final int MEGABITS = 100;

  /** What may be sent twice after a kill. */
  private static final long AGAIN = 4 * MIB;

  /** Ethernet, IP, TCP and TLS around each byte, and some retransmissions. */
  private static final double ENVELOPE = 1.06;

  private final Lan lan = new Lan();
  private OwnBuild build;
  private Node anna;
  private Node bert;

  @BeforeEach
  void meet() throws Exception {
    build = OwnBuild.in(Files.createDirectories(lan.folder().resolve("build")));
    anna = lan.host().person("Anna").runs(build.program()).start();
    bert = lan.host().person("Bert").runs(build.program()).start();
    talk(anna, bert);
  }

  private static void talk(Node one, Node other) throws InterruptedException {
    one.awaitPresent(other, 0, PATIENCE);
    other.awaitPresent(one, 0, PATIENCE);
    var said =
        one.ask(
            "send",
            Map.of(
                "conversation", other.id(), "text", "hello", "wait", "delivered", "seconds", 60));
    assertThat(said.exit()).isZero();
  }

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  private Path installer(String version) throws IOException {
    return build.installer(lan.folder().resolve("made"), version, BYTES);
  }

  private static Notices.Heard available(Node node, int from) throws InterruptedException {
    return node.await("an update", from, n -> n.is("update-available"), PATIENCE);
  }

  private static Path held(Node node) throws IOException {
    try (var files = Files.walk(node.profile().resolve("updates"))) {
      return files.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow();
    }
  }

  @Test
  void aSignedUpdateIsOfferedAcceptedAndReadyToInstall() throws Exception {
    var installer = installer("7.0.0");
    assertThat(anna.type("update", "add", installer.toString()).exit()).isZero();
    assertThat(available(bert, 0).text("version")).isEqualTo("7.0.0");
    assertThat(bert.profile().resolve("updates")).doesNotExist();

    var got = bert.type("update", "get", "--wait", "finished=60");

    assertThat(got.exit()).isZero();
    assertThat(got.rows().getFirst())
        .containsEntry("state", "ready")
        .containsEntry("fromName", "Anna");
    assertThat(Samples.sha256(held(bert))).isEqualTo(Samples.sha256(installer));
    var install = bert.type("update", "install");
    assertThat(install.exit()).isZero();
    // Nobody sits at this host: what to type is said, and nothing was started.
    assertThat(install.rows().getFirst()).containsEntry("install", "type");
    assertThat(install.rows().getFirst().get("type").toString())
        .startsWith("sudo apt-get install")
        .contains(installer.getFileName().toString());
  }

  @Test
  void aTamperedOneIsRefusedAndDeletedAndAnHonestColleagueIsAskedNext() throws Exception {
    var installer = installer("7.0.0");
    anna.type("update", "add", installer.toString());
    var there = held(anna);
    var time = Files.getLastModifiedTime(there);
    var bytes = Files.readAllBytes(there);
    bytes[bytes.length / 2] ^= 1;
    var other = Files.write(there.resolveSibling("other"), bytes);
    Files.move(other, there, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(there, time);
    available(bert, 0);

    var refused = bert.type("update", "get", "--wait", "finished=60");

    assertThat(refused.exit()).isEqualTo(6);
    var row = refused.rows().getFirst();
    assertThat(row).containsEntry("state", "refused");
    assertThat(((Map<?, ?>) row.get("problem")).get("code")).isEqualTo("update-tampered");
    assertThat(bert.type("update", "install").exit()).isEqualTo(4);
    try (var left = Files.walk(bert.profile().resolve("updates"))) {
      assertThat(left.filter(f -> f.toString().endsWith(".deb"))).isEmpty();
    }

    var clara = lan.host().person("Clara").runs(build.program()).start();
    talk(clara, bert);
    clara.type("update", "add", installer.toString());
    bert.await(
        "an update of Clara's",
        n -> n.is("update-changed") && "available".equals(n.text("state")),
        PATIENCE);
    assertThat(bert.type("update", "get", "--wait", "finished=60").exit()).isZero();
    assertThat(Samples.sha256(held(bert))).isEqualTo(Samples.sha256(installer));
  }

  @Test
  void afterAKillItGoesOnByItselfAndOnlyWhatIsMissingIsSent() throws Exception {
    var installer = installer("7.0.0");
    anna.type("update", "add", installer.toString());
    available(bert, 0);
    bert.host().slow(MEGABITS);
    long before = bert.host().bytesIn();
    assertThat(bert.type("update", "get").exit()).isZero();
    bert.await(
        "a quarter of it",
        n -> "downloading".equals(n.text("state")) && n.number("done") > BYTES / 4,
        PATIENCE);

    bert.kill();
    bert.start();

    bert.await("all of it", n -> "ready".equals(n.text("state")), PATIENCE);
    assertThat(Samples.sha256(held(bert))).isEqualTo(Samples.sha256(installer));
    long sent = bert.host().bytesIn() - before;
    assertThat(sent).isLessThan((long) ((BYTES + AGAIN) * ENVELOPE) + MIB);
  }

  @Test
  void aProgramOfAnotherMakerBelievesNoneOfIt() throws Exception {
    var clara = lan.host().person("Clara").start();
    talk(clara, anna);
    anna.type("update", "add", installer("7.0.0").toString());
    available(bert, 0);
    assertThat(clara.type("update").rows().getFirst()).containsEntry("state", "none");
    assertThat(clara.type("update", "get").exit()).isEqualTo(6);
    assertThat(clara.type("update", "add", installer("7.0.1").toString()).exit()).isEqualTo(6);
  }
}
