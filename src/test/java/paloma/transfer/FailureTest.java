package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.FileProblems;
import paloma.files.PartFolder;
import paloma.model.Body;
import paloma.model.Transfer;

class FailureTest {
  private static final int BYTES = 20 << 20;

  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Path file;
  private Desk ann;
  private Desk bob;

  @BeforeEach
  void twoDesks() throws Exception {
    file = Trees.file(folder.resolve("offered/big.bin"), BYTES, 1);
    ann = new Desk(keys.person(), folder.resolve("ann"));
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    ann.other = bob;
    bob.other = ann;
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  private void nothingIsLeft() {
    assertThat(bob.downloads.resolve("big.bin")).doesNotExist();
    assertThat(bob.downloads.resolve(PartFolder.NAME)).doesNotExist();
  }

  @Test
  void aFileThatChangedSinceTheOfferIsNotSent() throws Exception {
    var offer = ann.offer(bob, file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    bob.transfers.accept(offer, null);

    var problem = bob.await(offer, Transfer.State.FAILED).problem();
    assertThat(problem.code()).isEqualTo("sender-changed-file");
    assertThat(problem.details()).containsExactly("big.bin");
    nothingIsLeft();
    assertThat(ann.await(offer, Transfer.State.FAILED).problem().details())
        .containsExactly(file.toString());
  }

  @Test
  void aFileThatChangesWhileItIsSentIsNotPublished() throws Exception {
    bob.stall = 3 << 20;
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.RUNNING);
    var pipe = bob.links.getFirst().from();
    pipe.awaitStall();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    pipe.release();

    assertThat(bob.await(offer, Transfer.State.FAILED).problem().code())
        .isEqualTo("sender-changed-file");
    nothingIsLeft();
  }

  @Test
  void aVanishedFileIsSaidToBothAndCanBeTriedAgain() throws Exception {
    var offer = ann.offer(bob, file);
    var away = Files.move(file, folder.resolve("away"));
    bob.transfers.accept(offer, null);
    assertThat(bob.await(offer, Transfer.State.FAILED).problem().code()).isEqualTo("file-vanished");
    ann.await(offer, Transfer.State.FAILED);

    Files.move(away, file);
    bob.transfers.accept(offer, null);
    var done = bob.await(offer, Transfer.State.FINISHED);
    assertThat(Files.mismatch(file, done.path())).isEqualTo(-1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidAndCanBeTriedAgain() throws Exception {
    Files.createDirectories(bob.home);
    Files.writeString(bob.downloads, "not a folder");
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    var problem = bob.await(offer, Transfer.State.FAILED).problem();
    assertThat(problem.code()).isEqualTo("folder-not-writable");
    assertThat(problem.details()).containsExactly(bob.downloads.toString());
    assertThat(bob.downloads).hasContent("not a folder");

    bob.transfers.accept(offer, folder.resolve("elsewhere"));
    assertThat(bob.await(offer, Transfer.State.FINISHED).path())
        .isEqualTo(folder.resolve("elsewhere/big.bin"));
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeTheFirstByte() throws Exception {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(8L << 40);
    }
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    assertThat(bob.await(offer, Transfer.State.FAILED).problem().code()).isEqualTo("disk-full");
    assertThat(bob.received()).isLessThan(10_000);
  }

  @Test
  void aDiskThatFillsUpIsToldFromOtherFailures() {
    var full = new FileSystemException("x", null, "No space left on device");
    var broken = new FileSystemException("x", null, "Input/output error");
    var locked = new FileSystemException("x", null, "Read-only file system");
    assertThat(FileProblems.writing(folder, full).problem().code()).isEqualTo("disk-full");
    assertThat(FileProblems.writing(folder, broken).problem().code()).isEqualTo("write-failed");
    assertThat(FileProblems.writing(folder, locked).problem().code())
        .isEqualTo("folder-not-writable");
  }

  @Test
  void aDeclinedOfferWritesNothingAndIsServedNoMore() throws Exception {
    var offer = ann.offer(bob, file);
    assertThat(bob.transfers.decline(offer).state()).isEqualTo(Transfer.State.DECLINED);
    assertThat(bob.transfers.accept(offer, null).state()).isEqualTo(Transfer.State.DECLINED);
    ann.transfers.verdict(offer, bob.id(), Body.Verdict.DECLINED);
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.DECLINED);
    assertThat(bob.downloads).doesNotExist();
    assertThat(ann.transfers.list(false)).isEmpty();
    assertThat(ann.transfers.list(true)).hasSize(1);
  }

  @Test
  void aReceiverThatCancelsKeepsNothing() throws Exception {
    bob.stall = 7 << 20;
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.RUNNING);
    bob.links.getFirst().from().awaitStall();

    assertThat(bob.transfers.cancel(offer).state()).isEqualTo(Transfer.State.CANCELLED);

    nothingIsLeft();
    ann.await(offer, Transfer.State.WAITING);
    ann.transfers.verdict(offer, bob.id(), Body.Verdict.CANCELLED);
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.CANCELLED);
  }

  @Test
  void aSenderThatCancelsStopsTheReceiver() throws Exception {
    bob.stall = 7 << 20;
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.RUNNING);
    var pipe = bob.links.getFirst().from();
    pipe.awaitStall();

    assertThat(ann.transfers.cancel(offer).state()).isEqualTo(Transfer.State.CANCELLED);
    pipe.release();

    bob.await(offer, Transfer.State.CANCELLED);
    nothingIsLeft();
  }

  @Test
  void aWithdrawnOfferEndsBeforeItIsAccepted() throws Exception {
    var offer = ann.offer(bob, file);
    ann.transfers.cancel(offer);
    bob.transfers.verdict(offer, ann.id(), Body.Verdict.WITHDRAWN);
    assertThat(bob.transfers.accept(offer, null).state()).isEqualTo(Transfer.State.CANCELLED);
    assertThat(bob.downloads).doesNotExist();
  }
}
