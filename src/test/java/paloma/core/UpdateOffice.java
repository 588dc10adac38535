package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Installing;
import paloma.model.ProblemException;
import paloma.model.ReleaseTarget;
import paloma.model.Trust;
import paloma.model.Update;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.update.Maker;
import paloma.update.ReleaseKeys;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;

/** Colleagues who pass a newer Paloma on. */
@Timeout(120)
abstract class UpdateOffice {
  @TempDir Path folder;

  final List<Path> begun = new CopyOnWriteArrayList<>();
  volatile UpdatePolicy policy = UpdatePolicy.open();
  Maker maker;
  Rig rig;

  @BeforeEach
  void anOffice() {
    maker = new Maker(folder.resolve("made"));
    rig = new Rig(folder.resolve("rig"));
  }

  @AfterEach
  void goHome() {
    rig.close();
  }

  Desk desk(String name) throws IOException {
    return rig.desk(name, "0.1.0", updating(maker.keys(), Maker.HERE));
  }

  Updating updating(ReleaseKeys keys, ReleaseTarget here) {
    Installing installing =
        (_, file) -> {
          begun.add(file);
          return new Installing.Outcome.Begun();
        };
    return new Updating(keys, here, () -> policy, installing);
  }

  /** Two who have talked have a link. */
  static void meet(Desk one, Desk other) throws InterruptedException {
    one.awaitSees(other);
    other.awaitSees(one);
    one.say(other, "hi");
    other.awaitTexts(one, List.of("hi"));
    other.messenger().trust(one.id(), Trust.KNOWN);
  }

  static Optional<Update.State> state(Desk desk) {
    return desk.messenger().updates().shown().map(Update::state);
  }

  static void awaitState(Desk desk, Update.State state) throws InterruptedException {
    desk.await("an update that is " + state, () -> state(desk).equals(Optional.of(state)));
  }

  static List<Notice.UpdateChanged> news(Desk desk) {
    return desk.noticed(Notice.UpdateChanged.class).stream()
        .filter(Notice.UpdateChanged::news)
        .toList();
  }

  static void assertProblem(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** Where an installer lies in a profile. */
  static Path held(Desk desk) throws IOException {
    try (var files = Files.walk(desk.profile().resolve("updates"))) {
      return files
          .filter(f -> f.toString().endsWith(".deb") && !f.toString().contains(".install"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Waits until this version was told of as news. */
  static void awaitNews(Desk desk, String version) throws InterruptedException {
    desk.awaitNotice(
        Notice.UpdateChanged.class,
        n -> n.news() && n.update().orElseThrow().release().version().toString().equals(version));
  }
}
