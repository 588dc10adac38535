package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.core.Notice;

/** What is announced, asked over control sockets as commands ask it. */
@Timeout(60)
final class AnnouncementCommandsTest {
  @TempDir Path folder;

  private LoopbackOffice office;
  private Instance anna;
  private Instance bo;

  @BeforeEach
  void twoColleagues() throws Exception {
    office = new LoopbackOffice(folder);
    anna = office.start("anna");
    bo = office.start("bo");
  }

  @AfterEach
  void end() {
    office.close();
  }

  private Answer ask(String who, String command, Object... fields) throws IOException {
    return Answer.of(office.profile(who), command, fields);
  }

  /** Asks again whenever Anna notices something, until it holds. */
  private void await(Instance whose, Callable<Boolean> holds) throws Exception {
    var noticed = new java.util.concurrent.Semaphore(1);
    try (var _ = whose.open().listen((Notice _) -> noticed.release())) {
      while (!holds.call()) noticed.acquire();
    }
  }

  private Map<String, Object> heard(String who) throws Exception {
    await(who.equals("bo") ? bo : anna, () -> !ask(who, "announcements").rows().isEmpty());
    return ask(who, "announcements").row();
  }

  @Test
  void whatIsAnnouncedIsConfirmedAndRemindedOf() throws Exception {
    assertThat(ask("anna", "audience").row()).containsEntry("people", 1);
    var said =
        ask("anna", "announce", "text", "water is off", "confirm", true, "important", true).row();
    assertThat(said).containsEntry("name", "bo").containsEntry("confirmed", false);
    var row = heard("bo");
    assertThat(row)
        .containsEntry("message", said.get("message"))
        .containsEntry("kind", "announcement")
        .containsEntry("text", "water is off")
        .containsEntry("authorName", "anna")
        .containsEntry("priority", "important")
        .containsEntry("confirm", true)
        .containsEntry("confirmed", false)
        .containsEntry("departments", List.of());
    var id = (String) said.get("message");
    assertThat(ask("anna", "confirmations", "message", id).row())
        .containsEntry("peer", said.get("peer"))
        .containsEntry("confirmed", false);
    assertThat(ask("anna", "remind", "message", id).row())
        .containsEntry("name", "bo")
        .containsEntry("confirmed", false);
    assertThat(ask("anna", "remind", "message", id).problem()).isEqualTo("remind-too-soon");
    assertThat(ask("bo", "confirm", "message", id).row()).containsEntry("confirmed", true);
    await(
        anna,
        () ->
            Boolean.TRUE.equals(
                ask("anna", "confirmations", "message", id).row().get("confirmed")));
    assertThat(ask("bo", "confirmations", "message", id).end().exit()).isEqualTo(Exit.REFUSED);
    assertThat(ask("bo", "search", "query", "water", "kind", "announcement").row())
        .containsEntry("message", id);
  }

  @Test
  void aDepartmentIsNamedAsPeopleAreInIt() throws Exception {
    ask("bo", "me", "department", "Design");
    await(
        anna, () -> ask("anna", "audience", "to", List.of("design")).row().get("people").equals(1));
    assertThat(ask("anna", "audience", "to", List.of("Sales")).row()).containsEntry("people", 0);
    var said = ask("anna", "announce", "text", "colours", "to", List.of(" DESIGN"));
    assertThat(said.row()).containsEntry("name", "bo");
    assertThat(heard("bo")).containsEntry("departments", List.of("Design"));
    var wrong = ask("anna", "announce", "text", "colours", "to", List.of("Desing"));
    assertThat(wrong.end().exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(wrong.problem()).isEqualTo("unknown-department");
  }

  @Test
  void whereOnlyOthersMayAnnounceItIsRefused() throws Exception {
    var id = (String) ask("bo", "me").row().get("id");
    ask("anna", "settings set", "key", "announcements.senders", "value", id);
    var refused = ask("anna", "announce", "text", "hear me");
    assertThat(refused.end().exit()).isEqualTo(Exit.REFUSED);
    assertThat(refused.problem()).isEqualTo("announce-not-allowed");
    assertThat(ask("anna", "announcements").rows()).isEmpty();
  }
}
