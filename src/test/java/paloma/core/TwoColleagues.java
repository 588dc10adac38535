package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.ProblemException;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Two who know each other: Jonas said hello and Anna hi. */
abstract class TwoColleagues {
  @TempDir Path folder;
  Rig rig;
  Desk anna;
  Desk jonas;

  @BeforeEach
  void meet() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    jonas = rig.desk("Jonas");
    anna.awaitSees(jonas);
    jonas.awaitSees(anna);
    jonas.say(anna, "hello");
    anna.awaitTexts(jonas, List.of("hello"));
    anna.say(jonas, "hi");
    jonas.awaitTexts(anna, List.of("hello", "hi"));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  static Message at(Desk desk, Message message) {
    return desk.messenger().message(message.id()).orElseThrow();
  }

  static void refused(String code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
