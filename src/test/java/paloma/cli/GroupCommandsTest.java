package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;

/** What is done with groups, asked over control sockets as commands ask it. */
@Timeout(60)
final class GroupCommandsTest {
  @TempDir Path folder;
  private LoopbackOffice office;

  @BeforeEach
  void threeColleaguesAndAGroupOfTwo() throws IOException {
    office = new LoopbackOffice(folder);
    for (var name : List.of("anna", "bo", "chen")) office.start(name);
    var row = ask("anna", "group create", "name", "Lunch", "peers", List.of("bo")).row();
    assertThat(row)
        .containsEntry("name", "Lunch")
        .containsEntry("history", "all")
        .containsEntry("member", true)
        .containsEntry("picture", null);
    assertThat(roles(row)).containsExactlyInAnyOrder("anna owner", "bo member");
  }

  @AfterEach
  void end() {
    office.close();
  }

  private Answer ask(String who, String command, Object... fields) throws IOException {
    return Answer.of(office.profile(who), command, fields);
  }

  /** Says something in the group; when all have it they have what was done before. */
  private Map<String, Object> say(String who, String text) throws IOException {
    return ask(who, "send", "conversation", "#Lunch", "text", text, "wait", "delivered").row();
  }

  private static List<String> roles(Map<String, Object> row) {
    return ((List<?>) row.get("members"))
        .stream()
            .map(each -> (Map<?, ?>) each)
            .map(member -> member.get("name") + " " + member.get("role"))
            .toList();
  }

  private List<String> history(String who) throws IOException {
    return ask(who, "history", "conversation", "#Lunch").rows().stream()
        .map(row -> row.get("kind") + " " + row.get("text"))
        .toList();
  }

  @Test
  void whatOneSaysReachesAllAndIsCounted() throws IOException {
    ask("anna", "group add", "group", "Lunch", "peers", List.of("chen"));
    var sent = say("anna", "who is hungry?");
    assertThat(sent).containsEntry("state", "delivered");
    assertThat((Map<?, ?>) sent.get("counts"))
        .isEqualTo(Map.of("delivered", 2, "read", 0, "of", 2));
    for (var who : List.of("bo", "chen")) {
      assertThat(history(who))
          .containsExactly("notice created Lunch", "notice added chen", "text who is hungry?");
    }
  }

  @Test
  void aGroupIsNamedByItsNameOrItsIdAndShown() throws IOException {
    var made = ask("anna", "group list").row();
    var id = (String) made.get("group");
    for (var word : List.of("Lunch", "#lunch", id, id.substring(0, 8))) {
      assertThat(ask("anna", "group show", "group", word).row()).isEqualTo(made);
    }
    var none = ask("anna", "group show", "group", "Supper");
    assertThat(none.exit()).isEqualTo(Exit.UNKNOWN);
  }

  @Test
  void rolesNamesAndWhoIsInItAreChanged() throws IOException {
    ask("anna", "group add", "group", "Lunch", "peers", List.of("chen"));
    var roles = ask("anna", "group role", "group", "Lunch", "peer", "bo", "role", "admin").row();
    assertThat(roles(roles)).contains("bo admin");
    say("anna", "bo may now");
    var out = ask("bo", "group remove", "group", "Lunch", "peer", "chen").row();
    assertThat(roles(out)).containsExactlyInAnyOrder("anna owner", "bo admin");
    var named = ask("bo", "group rename", "group", "Lunch", "name", "Supper").row();
    assertThat(named).containsEntry("name", "Supper");
    var set = ask("bo", "group set", "group", "Supper", "key", "history", "value", "joining");
    assertThat(set.row()).containsEntry("history", "joining");
    var left = ask("bo", "group leave", "group", "Supper").row();
    assertThat(left).containsEntry("member", false);
    assertThat(roles(left)).containsExactly("anna owner");
    var silent = ask("bo", "send", "conversation", "#Supper", "text", "still here?");
    assertThat(silent.exit()).isEqualTo(Exit.REFUSED);
    assertThat(silent.problem()).isEqualTo("group-not-in");
  }

  @Test
  void whatOneHasNoRightToIsRefusedAndWhatIsNoValueIsSaid() throws IOException {
    say("anna", "welcome");
    var rename = ask("bo", "group rename", "group", "Lunch", "name", "Mine");
    assertThat(rename.exit()).isEqualTo(Exit.REFUSED);
    assertThat(rename.problem()).isEqualTo("group-rights");
    var role = ask("anna", "group role", "group", "Lunch", "peer", "bo", "role", "king");
    assertThat(role.exit()).isEqualTo(Exit.USAGE);
    assertThat(role.problem()).isEqualTo("group-value");
    var key = ask("anna", "group set", "group", "Lunch", "key", "colour", "value", "red");
    assertThat(key.exit()).isEqualTo(Exit.USAGE);
    assertThat(ask("anna", "group show", "group", "Lunch").row()).containsEntry("name", "Lunch");
  }
}
