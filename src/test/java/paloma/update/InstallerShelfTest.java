package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ProblemException;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

final class InstallerShelfTest {
  @TempDir Path folder;

  private Maker maker;
  private Path place;

  @BeforeEach
  void make() {
    maker = new Maker(folder.resolve("made"));
    place = folder.resolve("updates");
  }

  private InstallerShelf shelf(String running) {
    var shelf = new InstallerShelf(place, maker.keys(), ReleaseVersion.parse(running));
    shelf.load();
    return shelf;
  }

  private static void assertProblem(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static List<String> versions(InstallerShelf shelf) {
    return shelf.entries().stream().map(e -> e.release().version().toString()).toList();
  }

  @Test
  void whatIsSignedLiesThereAfterTheNextStartToo() throws Exception {
    var installer = maker.release("0.2.0");
    assertThat(place).doesNotExist();

    var entry = shelf("0.1.0").add(installer);

    assertThat(entry.file()).hasSameBinaryContentAs(installer);
    assertThat(installer).exists();
    assertThat(versions(shelf("0.1.0"))).containsExactly("0.2.0");
  }

  @Test
  void whatIsUnsignedForeignChangedOrOlderIsRefusedAndLeavesNothing() throws Exception {
    var shelf = shelf("0.1.0");
    var unsigned = maker.unsigned("0.2.0", Maker.HERE, 1000);
    assertProblem("update-unsigned", () -> shelf.add(unsigned));

    var foreign = new Maker(folder.resolve("foreign")).release("0.2.0");
    assertProblem("update-wrong", () -> shelf.add(foreign));

    var garbled = maker.release("0.3.0");
    Files.writeString(ReleaseFile.beside(garbled), "signed, believe me");
    assertProblem("update-wrong", () -> shelf.add(garbled));

    var changed = maker.release("0.4.0");
    Maker.tamper(changed);
    assertProblem("update-tampered", () -> shelf.add(changed));

    var shorter = maker.release("0.5.0");
    Files.write(shorter, new byte[] {1});
    assertProblem("update-tampered", () -> shelf.add(shorter));

    var old = maker.release("0.0.9");
    assertProblem("update-older", () -> shelf.add(old));

    assertProblem("file-missing", () -> shelf.add(folder.resolve("nothing.deb")));
    assertThat(shelf.entries()).isEmpty();
    assertThat(place).isEmptyDirectory();
  }

  /** A statement that is right for one file does not make another one right. */
  @Test
  void aStatementBesideAnotherFileIsRefused() throws Exception {
    var right = maker.release("0.2.0");
    var wrong = maker.unsigned("0.3.0", Maker.HERE, 3_000_000);
    Files.copy(ReleaseFile.beside(right), ReleaseFile.beside(wrong));
    assertProblem("update-tampered", () -> shelf("0.1.0").add(wrong));
  }

  @Test
  void aNewerReleaseTakesThePlaceOfAnOlderOne() throws Exception {
    var shelf = shelf("0.1.0");
    shelf.add(maker.release("0.2.0"));
    shelf.add(maker.release("0.3.0"));
    shelf.add(maker.release("0.2.5", new ReleaseTarget("windows", "x64", "msi"), 1000));
    assertThat(versions(shelf)).containsExactly("0.3.0", "0.2.5");
    assertProblem("update-not-needed", () -> shelf.add(maker.release("0.2.9")));
    assertThat(versions(shelf("0.3.0"))).containsExactly("0.3.0");
    assertThat(versions(shelf("0.3.1"))).isEmpty();
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void theSameReleaseTwiceIsOne() throws Exception {
    var shelf = shelf("0.1.0");
    var installer = maker.release("0.2.0");
    assertThat(shelf.add(installer)).isEqualTo(shelf.add(installer));
    assertThat(shelf.entries()).hasSize(1);
  }

  @Test
  void whatWasChangedOnTheDiskIsNotTakenOutAndLeaves() throws Exception {
    var shelf = shelf("0.1.0");
    var entry = shelf.add(maker.release("0.2.0"));
    assertThat(shelf.takeOut(entry)).hasSameBinaryContentAs(entry.file());
    assertThat(shelf.takeOut(entry)).hasSameBinaryContentAs(entry.file());

    Maker.tamper(entry.file());

    assertProblem("update-tampered", () -> shelf.takeOut(entry));
    assertThat(shelf.entries()).isEmpty();
    assertThat(entry.file()).doesNotExist();
  }

  @Test
  void aLinkInThePlaceOfAnInstallerIsNotFollowed() throws Exception {
    var shelf = shelf("0.1.0");
    var entry = shelf.add(maker.release("0.2.0"));
    var elsewhere = folder.resolve("elsewhere");
    Files.move(entry.file(), elsewhere, StandardCopyOption.REPLACE_EXISTING);
    Files.createSymbolicLink(entry.file(), elsewhere);
    assertThatThrownBy(() -> shelf.takeOut(entry)).isInstanceOf(ProblemException.class);
    assertThat(elsewhere).exists();
  }

  @Test
  void whatAKillLeftBehindAndWhatIsNoReleaseGoesAtTheNextStart() throws Exception {
    var entry = shelf("0.1.0").add(maker.release("0.2.0"));
    var half = Files.createDirectories(place.resolve(".copy-1"));
    Files.write(half.resolve("half.deb"), new byte[10]);
    var foreign = Files.createDirectories(place.resolve("0123"));
    Files.write(foreign.resolve("evil.deb"), new byte[10]);
    var incoming = Files.createDirectories(place.resolve(".incoming"));

    assertThat(versions(shelf("0.1.0"))).containsExactly("0.2.0");
    assertThat(half).doesNotExist();
    assertThat(foreign).doesNotExist();
    assertThat(incoming).exists();

    // Cut short, as after a power cut: not served, not shown.
    Files.write(entry.file(), new byte[10]);
    assertThat(versions(shelf("0.1.0"))).isEmpty();
  }

  @Test
  void aBuildThatKnowsNoKeyKeepsNothing() throws Exception {
    shelf("0.1.0").add(maker.release("0.2.0"));
    var without = new InstallerShelf(place, ReleaseKeys.none(), ReleaseVersion.parse("0.1.0"));
    without.load();
    assertThat(without.entries()).isEmpty();
  }
}
