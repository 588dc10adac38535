package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;

/** Sealed messages, the app password and mail that waits, as commands ask for them. */
@Timeout(120)
final class SealCommandsTest {
  @TempDir Path folder;

  private LoopbackOffice office;
  private Instance bo;

  @BeforeEach
  void twoColleagues() throws Exception {
    office = new LoopbackOffice(folder);
    office.start("anna");
    bo = office.start("bo");
    talk("anna", "bo");
  }

  @AfterEach
  void end() {
    office.close();
  }

  private Answer ask(String who, String command, Object... fields) throws IOException {
    return Answer.of(office.profile(who), command, fields);
  }

  private void talk(String from, String to) throws IOException {
    assertThat(ask(from, "send", "conversation", to, "text", "hi", "wait", "delivered").exit())
        .isZero();
  }

  private Object sent(String how) throws IOException {
    var sent =
        ask(
            "anna",
            "send",
            "conversation",
            "bo",
            "text",
            "You are promoted",
            how,
            true,
            "wait",
            "delivered");
    assertThat(sent.exit()).isZero();
    assertThat(sent.row()).containsEntry("left", 0);
    return sent.row().get("message");
  }

  private Map<String, Object> last(String who, String with) throws IOException {
    return ask(who, "history", "conversation", with).rows().getLast();
  }

  @Test
  void aSealedMessageIsReadAfterItsOpeningWhichTheSenderSees() throws Exception {
    var message = sent("seal");
    assertThat(last("bo", "anna"))
        .containsEntry("message", message)
        .containsEntry("kind", "text")
        .containsEntry("sealed", true)
        .containsEntry("text", "");
    assertThat(ask("bo", "search", "query", "promoted").rows()).isEmpty();
    assertThat(ask("anna", "openings", "message", message).rows()).isEmpty();

    assertThat(ask("bo", "open", "message", message).row())
        .containsEntry("sealed", false)
        .containsEntry("text", "You are promoted");

    assertThat(last("bo", "anna")).containsEntry("text", "You are promoted");
    // What Bo says after the opening comes after it.
    talk("bo", "anna");
    assertThat(ask("anna", "openings", "message", message).row())
        .containsEntry("peer", bo.open().me().id().text())
        .containsEntry("name", "bo")
        .containsKey("time");
    assertThat(last("bo", "anna")).containsEntry("text", "hi");
  }

  @Test
  void anEnvelopeNeitherAnswersNorCallsAnybody() throws Exception {
    var hi = last("anna", "bo").get("message");
    var sealed = ask("anna", "send", "conversation", "bo", "text", "x", "seal", true, "reply", hi);
    assertThat(sealed.exit()).isEqualTo(Exit.USAGE);
    assertThat(sealed.problem()).isEqualTo("sealed-plain");
    assertThat(last("anna", "bo")).containsEntry("message", hi);
  }

  @Test
  void aLockedOneOpensWithTheAppPasswordOnly() throws Exception {
    var message = sent("lock");
    assertThat(ask("bo", "password").row()).containsEntry("set", false);
    assertThat(ask("bo", "open", "message", message, "password", "horse").problem())
        .contains("password-not-set");
    assertThat(ask("bo", "password set", "password", "abc").exit()).isEqualTo(Exit.USAGE);
    assertThat(ask("bo", "password set", "password", "horse").row()).containsEntry("set", true);

    var bare = ask("bo", "open", "message", message);
    assertThat(bare.exit()).isEqualTo(Exit.REFUSED);
    assertThat(bare.problem()).isEqualTo("password-needed");
    assertThat(ask("bo", "open", "message", message, "password", "house").problem())
        .contains("password-wrong");
    assertThat(last("bo", "anna")).containsEntry("text", "");
    assertThat(ask("bo", "open", "message", message, "password", "horse").row())
        .containsEntry("text", "You are promoted");
  }

  @Test
  void thePasswordIsChangedAndTakenAwayByWhoKnowsIt() throws Exception {
    assertThat(ask("bo", "password set", "password", "horse").exit()).isZero();
    assertThat(ask("bo", "password set", "password", "stable").problem())
        .contains("password-needed");
    assertThat(ask("bo", "password set", "password", "stable", "old", "horse").exit()).isZero();
    assertThat(ask("bo", "password clear", "old", "horse").problem()).isEqualTo("password-wrong");
    assertThat(ask("bo", "password clear", "old", "stable").row()).containsEntry("set", false);
  }

  @Test
  void whatIsNoSealedMessageIsNotOpened() throws Exception {
    var plain = last("bo", "anna").get("message");
    var refused = ask("bo", "open", "message", plain);
    assertThat(refused.exit()).isEqualTo(Exit.USAGE);
    assertThat(refused.problem()).isEqualTo("message-not-sealed");
    assertThat(ask("bo", "openings", "message", "no such").exit()).isEqualTo(Exit.UNKNOWN);
  }

  @Test
  void whatIsSaidToSomebodyAbsentIsLeftWithAColleague() throws Exception {
    office.start("carl");
    talk("anna", "carl");
    // Nobody carries for a stranger.
    talk("carl", "anna");
    bo.close();
    Answer sent;
    int tries = 0;
    do {
      sent =
          ask(
              "anna",
              "send",
              "conversation",
              "bo",
              "text",
              "later " + tries,
              "wait",
              "delivered",
              "seconds",
              5);
      assertThat(sent.exit()).isEqualTo(Exit.TIMED_OUT);
    } while (sent.row().get("left").equals(0) && ++tries < 5);
    assertThat(sent.row()).containsEntry("left", 1).containsEntry("state", "queued");
  }
}
