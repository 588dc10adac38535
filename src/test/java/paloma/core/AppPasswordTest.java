package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ProblemException;
import paloma.store.Database;
import paloma.store.OwnStore;
import paloma.work.Tasks;
import paloma.work.WoundTime;

/** The screen against people at one's desk. */
class AppPasswordTest {
  private static final Optional<String> RIGHT = Optional.of("paper boat");
  private static final Optional<String> WRONG = Optional.of("paper plane");

  @TempDir Path folder;
  private final WoundTime time = new WoundTime();
  private Database database;
  private AppPassword password;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), new Tasks(time));
    database.start();
    password = new AppPassword(database, new OwnStore(), time);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void refuses(String code, Optional<String> given) {
    assertThatThrownBy(() -> password.check(given))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void guessingIsMadeToWaitEvenForTheRightOneAndAcrossARestart() {
    password.set(Optional.empty(), RIGHT.get());
    for (int i = 0; i < 5; i++) refuses("password-wrong", WRONG);
    refuses("password-wait", RIGHT);
    password = new AppPassword(database, new OwnStore(), time);
    refuses("password-wait", RIGHT);
    time.pass(Duration.ofSeconds(31));
    refuses("password-wrong", WRONG);
    time.pass(Duration.ofSeconds(31));
    refuses("password-wait", RIGHT);
    time.pass(Duration.ofSeconds(31));
    password.check(RIGHT);
    refuses("password-wrong", WRONG);
  }

  @Test
  void theOldOneIsNeededToChangeItOrToTakeItAway() {
    assertThat(password.isSet()).isFalse();
    password.set(Optional.empty(), RIGHT.get());
    assertThat(password.isSet()).isTrue();
    assertThatThrownBy(() -> password.set(Optional.empty(), "another"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> password.clear(WRONG)).isInstanceOf(ProblemException.class);
    password.check(RIGHT);
    password.set(RIGHT, "another");
    password.clear(Optional.of("another"));
    assertThat(password.isSet()).isFalse();
    refuses("password-not-set", RIGHT);
  }

  @Test
  void itStandsNowhereInTheProfile() throws Exception {
    password.set(Optional.empty(), RIGHT.get());
    try (var files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (var file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(RIGHT.get());
      }
    }
  }
}
