package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Errand;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.model.DeviceId;
import paloma.model.Problem;

/** What other programs hand to the window, over the control sockets of instances in this JVM. */
@Timeout(60)
final class ToWindowTest {
  @TempDir Path folder;

  private final List<Errand> shown = new CopyOnWriteArrayList<>();
  private LoopbackOffice office;

  @BeforeEach
  void open() {
    office = new LoopbackOffice(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private int run(String... args) {
    var all = new ArrayList<>(List.of("--profile", office.profile("anna").path().toString()));
    all.addAll(List.of(args));
    return PalomaCommand.run(all.toArray(String[]::new), office);
  }

  private Instance annaWithAWindow() {
    var anna = office.start("anna");
    anna.errands().open(shown::add);
    return anna;
  }

  private static DeviceId idOf(Instance instance) {
    return instance.open().me().id();
  }

  @Test
  void aLinkOpensTheConversationOfTheIdAndOfItsBeginning() throws IOException {
    annaWithAWindow();
    var bo = idOf(office.start("bo"));

    assertThat(run("link", "paloma:chat/" + bo.text())).isZero();
    assertThat(run("link", "PALOMA:chat/" + bo.shortText())).isZero();

    assertThat(shown).containsExactly(new Errand.Converse(bo), new Errand.Converse(bo));
  }

  @Test
  void aLinkNamesNobodyByName() throws IOException {
    annaWithAWindow();
    office.start("friend");

    assertThat(run("link", "paloma:chat/friend")).isEqualTo(Exit.UNKNOWN);

    assertThat(shown)
        .containsExactly(new Errand.Trouble(Problem.unknown("unknown-peer", "friend")));
  }

  @Test
  void aLinkWithAnAddressOnlyAsks() {
    annaWithAWindow();

    assertThat(run("link", "paloma:add/10.0.0.7")).isZero();
    assertThat(run("link", "paloma:add/[fe80::1]:24251")).isZero();

    assertThat(shown)
        .containsExactly(new Errand.Dial("10.0.0.7", 24250), new Errand.Dial("fe80::1", 24251));
  }

  @Test
  void whatIsNoLinkIsRefusedAndOpensNothing() {
    office.desktop(() -> {
      throw new AssertionError("nothing to open");
    });
    assertThat(run("link", "paloma:stop")).isEqualTo(Exit.USAGE);
    assertThat(run("link", "https://example.org")).isEqualTo(Exit.USAGE);
  }

  @Test
  void filesAreShownAndNotSentAndWhatIsMissingIsSaid() throws IOException {
    var anna = annaWithAWindow();
    var one = Files.writeString(folder.resolve("one.txt"), "1");
    var folderOfTwo = Files.createDirectory(folder.resolve("two"));
    var gone = folder.resolve("gone.txt");

    assertThat(run("share", one.toString(), folderOfTwo.toUri().toString())).isZero();
    assertThat(run("share", gone.toString(), one.toString())).isEqualTo(Exit.FAILED);
    assertThat(run("share", gone.toString())).isEqualTo(Exit.FAILED);

    assertThat(shown)
        .containsExactly(
            new Errand.Share(List.of(one, folderOfTwo)),
            new Errand.Share(List.of(one)),
            new Errand.Trouble(Problem.failed("file-missing", gone.toString())),
            new Errand.Trouble(Problem.failed("file-missing", gone.toString())));
    assertThat(anna.open().transfers(false)).isEmpty();
  }

  @Test
  void aNodeHasNoWindowToShowAnythingIn() throws IOException {
    office.start("anna");
    var file = Files.writeString(folder.resolve("one.txt"), "1");

    assertThat(run("share", file.toString())).isEqualTo(Exit.FAILED);
    assertThat(run("link", "paloma:add/10.0.0.7")).isEqualTo(Exit.FAILED);
  }

  @Test
  void whatIsWantedWhileTheWindowOpensWaitsForIt() {
    var anna = office.take("anna").orElseThrow();
    anna.errands().expectWindow();
    anna.start();

    assertThat(run("link", "paloma:add/10.0.0.7")).isZero();
    assertThat(shown).isEmpty();
    anna.errands().open(shown::add);

    assertThat(shown).containsExactly(new Errand.Dial("10.0.0.7", 24250));
  }

  @Test
  void whereNothingRunsTheWindowIsOpenedFirst() {
    office.desktop(() -> {
      annaWithAWindow();
      return Optional.of(() -> true);
    });

    assertThat(run("link", "paloma:add/10.0.0.7")).isZero();

    assertThat(shown).containsExactly(new Errand.Dial("10.0.0.7", 24250));
  }

  @Test
  void withoutADisplayOrAProgramThatIsSaid() {
    assertThat(run("link", "paloma:add/10.0.0.7")).isEqualTo(Exit.FAILED);
    office.desktop(Optional::empty);
    assertThat(run("link", "paloma:add/10.0.0.7")).isEqualTo(Exit.NOT_RUNNING);
    office.desktop(() -> Optional.of(() -> false));
    assertThat(run("link", "paloma:add/10.0.0.7")).isEqualTo(Exit.NOT_RUNNING);
  }

  @Test
  void aSecondStartAtLoginShowsNothing() {
    annaWithAWindow();
    office.desktop(Optional::empty);

    assertThat(run("--background")).isZero();
    assertThat(shown).isEmpty();
    assertThat(run()).isZero();
    assertThat(shown).containsExactly(new Errand.Raise());
  }
}
