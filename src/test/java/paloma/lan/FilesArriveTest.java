package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and folders between two hosts, and what becomes of them when somebody is killed. */
@RealHosts
final class FilesArriveTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long MIB = 1 << 20;
  private static final long LARGE = (Whole.RUN ? 1024 : 100) * MIB;

  /** Slow enough that 100 MiB take some seconds, in which one can be killed. */
  private static final int MEGABITS = Whole.RUN ? 1000 : 200;

  /** What may be sent twice after a kill. */
  private static final long AGAIN = 4 * MIB;

  /** Ethernet, IP, TCP and TLS around each byte, and some retransmissions. */
  private static final double ENVELOPE = 1.06;

  private final Lan lan = new Lan();
  private Node anna;
  private Node bert;

  @BeforeEach
  void meet() throws InterruptedException {
    anna = lan.host().person("Anna").start();
    bert = lan.host().person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    bert.awaitPresent(anna, 0, PATIENCE);
  }

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void aLargeFileComesUnchanged() throws Exception {
    var file = Samples.file(lan.folder().resolve("film.bin"), LARGE);
    var offer = offer(file);
    assertThat(bert.downloads()).isEmptyDirectory();
    accept(offer);
    var path = awaitFinished(offer);
    assertThat(Samples.sha256(path)).isEqualTo(Samples.sha256(file));
  }

  @Test
  void aFolderComesWithAllThatIsInIt() throws Exception {
    var folder = Samples.folder(lan.folder().resolve("report"), Whole.RUN ? 10_000 : 500, 4096);
    var offer = offer(folder);
    accept(offer);
    var path = awaitFinished(offer);
    assertThat(Samples.tree(path)).isEqualTo(Samples.tree(folder));
  }

  @Test
  void theReceiverIsKilledInTheMiddleAndGoesOn() throws Exception {
    killedInTheMiddle(bert);
  }

  @Test
  void theSenderIsKilledInTheMiddleAndGoesOn() throws Exception {
    killedInTheMiddle(anna);
  }

  @Test
  void theAddressChangesInTheMiddleAndItGoesOn() throws Exception {
    anna.host().slow(MEGABITS);
    var file = Samples.file(lan.folder().resolve("film.bin"), LARGE);
    var offer = offer(file);
    accept(offer);
    awaitThird(offer);
    anna.host().address("192.168.77.160");
    assertThat(Samples.sha256(awaitFinished(offer))).isEqualTo(Samples.sha256(file));
  }

  @Test
  void aDeclinedOfferWritesNothingAndSaysSo() throws Exception {
    var offer = offer(Samples.file(lan.folder().resolve("no.bin"), MIB));
    var answer = bert.ask("decline", Map.of("offer", offer));
    assertThat(answer.exit()).as("decline: %s", answer).isZero();
    anna.await(
        "that it was declined",
        n -> n.is("transfer-progress", "transfer-failed") && n.text("state").equals("declined"),
        PATIENCE);
    assertThat(bert.downloads()).isEmptyDirectory();
  }

  private void killedInTheMiddle(Node victim) throws Exception {
    anna.host().slow(MEGABITS);
    var file = Samples.file(lan.folder().resolve("film.bin"), LARGE);
    long before = bert.host().bytesIn();
    var offer = offer(file);
    accept(offer);
    awaitThird(offer);
    victim.kill();
    victim.start();
    assertThat(Samples.sha256(awaitFinished(offer))).isEqualTo(Samples.sha256(file));
    long came = bert.host().bytesIn() - before;
    System.out.printf(
        "killed in the middle: %.1f MiB came for %d%n", came / 1048576.0, LARGE / MIB);
    assertThat(came).isLessThan((long) ((LARGE + AGAIN) * ENVELOPE));
  }

  private String offer(Path... paths) throws InterruptedException {
    int place = bert.noticesSoFar();
    var names = List.of(paths).stream().map(Path::toString).toList();
    var answer = anna.ask("offer", Map.of("conversation", bert.id(), "paths", names));
    assertThat(answer.exit()).as("offer: %s", answer).isZero();
    var offer = String.valueOf(answer.row().get("offer"));
    bert.await(
        "the offer", place, n -> n.is("offer-received") && n.text("offer").equals(offer), PATIENCE);
    return offer;
  }

  private void accept(String offer) throws InterruptedException {
    var answer = bert.ask("accept", Map.of("offer", offer));
    assertThat(answer.exit()).as("accept: %s", answer).isZero();
  }

  private void awaitThird(String offer) throws InterruptedException {
    bert.await(
        "progress",
        n ->
            n.is("transfer-progress")
                && n.text("offer").equals(offer)
                && n.number("done") > LARGE / 3,
        PATIENCE);
  }

  /** Where the file or folder lies that came. */
  private Path awaitFinished(String offer) throws InterruptedException, IOException {
    var done =
        bert.await(
            "that it is finished",
            n -> n.is("transfer-finished") && n.text("offer").equals(offer),
            PATIENCE);
    var path = Path.of(done.text("path"));
    assertThat(path.startsWith(bert.downloads())).as("%s lies in the downloads", path).isTrue();
    return Samples.single(path, bert.downloads());
  }
}
