package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.settings.Setting;

/** What is done with messages, asked over control sockets as commands ask it. */
@Timeout(60)
final class VerbCommandsTest {
  @TempDir Path folder;

  private LoopbackOffice office;
  private Instance anna;
  private Instance bo;

  @BeforeEach
  void twoColleagues() throws IOException {
    office = new LoopbackOffice(folder);
    anna = office.start("anna");
    bo = office.start("bo");
    assertThat(say("bo", "anna", "hello")).isNotEmpty();
  }

  @AfterEach
  void end() {
    office.close();
  }

  private Answer ask(String who, String command, Object... fields) throws IOException {
    return Answer.of(office.profile(who), command, fields);
  }

  /** Says something, waits until it is there, and returns its id. */
  private String say(String who, String to, String text, Object... more) throws IOException {
    var fields = new ArrayList<Object>(List.of("conversation", to, "text", text));
    fields.addAll(List.of("wait", "delivered"));
    fields.addAll(List.of(more));
    var sent = ask(who, "send", fields.toArray());
    assertThat(sent.exit()).isZero();
    return (String) sent.row().get("message");
  }

  private Map<String, Object> newest(String who, String with) throws IOException {
    return ask(who, "history", "conversation", with, "limit", 1).row();
  }

  /** A later message that is there proves that what was said before it is. */
  private void settled() throws IOException {
    say("anna", "bo", "done");
  }

  private Map<String, Object> at(String who, String with, String id) throws IOException {
    return ask(who, "history", "conversation", with).rows().stream()
        .filter(row -> id.equals(row.get("message")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReplyAndThoseItCallsAreInTheHistory() throws IOException {
    var hello = (String) newest("anna", "bo").get("message");
    var id = say("anna", "bo", "@bo yes", "reply", hello, "mention", List.of("bo", "@all"));
    assertThat(at("bo", "anna", id))
        .containsEntry("reply", hello)
        .containsEntry("mentions", List.of(bo.open().me().id().text()))
        .containsEntry("mentionsAll", true)
        .containsEntry("text", "@bo yes");
    var unknown = ask("anna", "send", "conversation", "bo", "text", "x", "reply", "a".repeat(26));
    assertThat(unknown.exit()).isEqualTo(Exit.UNKNOWN);
  }

  @Test
  void anEditIsMarkedAndARecallLeavesNothing() throws IOException {
    var id = say("anna", "bo", "teh plan");
    assertThat(ask("anna", "edit", "message", id, "text", "the plan").row())
        .containsEntry("text", "the plan")
        .containsEntry("edited", true);
    settled();
    assertThat(at("bo", "anna", id))
        .containsEntry("text", "the plan")
        .containsEntry("edited", true);

    var recalled = ask("anna", "recall", "message", id).row();
    assertThat(recalled).containsEntry("recalled", true).containsEntry("text", "");
    settled();
    assertThat(at("bo", "anna", id)).containsEntry("recalled", true).containsEntry("text", "");
    assertThat(ask("bo", "search", "query", "plan").rows()).isEmpty();
    assertThat(ask("anna", "edit", "message", id, "text", "x").exit()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void whatBelongsToOthersIsRefusedAndWhatIsNotThereUnknown() throws IOException {
    var hello = (String) newest("anna", "bo").get("message");
    assertThat(ask("anna", "recall", "message", hello).exit()).isEqualTo(Exit.REFUSED);
    assertThat(ask("anna", "recall", "message", "nonsense").exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(ask("anna", "recall", "message", "a".repeat(26)).exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(ask("anna", "react", "message", hello, "emoji", "two words").exit())
        .isEqualTo(Exit.USAGE);
    var own = say("anna", "bo", "mine");
    anna.settings().setWord(Setting.RECALL_MINUTES, "0");
    assertThat(ask("anna", "recall", "message", own).problem()).isEqualTo("recall-off");
  }

  @Test
  void reactionsAndPinsAreSeenByBoth() throws IOException {
    var hello = (String) newest("anna", "bo").get("message");
    assertThat(ask("anna", "react", "message", hello, "emoji", "👍").row().get("reactions"))
        .isEqualTo(Map.of("👍", List.of(anna.open().me().id().text())));
    assertThat(ask("anna", "pin", "what", hello).row()).containsEntry("pinned", true);
    settled();
    assertThat(at("bo", "anna", hello)).containsEntry("pinned", true);
    assertThat(at("bo", "anna", hello).get("reactions"))
        .isEqualTo(Map.of("👍", List.of(anna.open().me().id().text())));
    ask("anna", "react", "message", hello, "emoji", "👍", "remove", true);
    ask("anna", "pin", "what", hello, "remove", true);
    settled();
    assertThat(at("bo", "anna", hello))
        .containsEntry("pinned", false)
        .containsEntry("reactions", Map.of());
  }

  @Test
  void aConversationIsPinnedMutedAndMarkedHere() throws IOException {
    assertThat(ask("anna", "pin", "what", "bo").row()).containsEntry("pinned", true);
    assertThat(ask("anna", "mute", "conversation", "bo").row())
        .containsEntry("muted", true)
        .containsEntry("mutedUntil", null);
    var until = "2099-01-02T03:04:05Z";
    assertThat(ask("anna", "mute", "conversation", "bo", "until", until).row())
        .containsEntry("mutedUntil", until);
    assertThat(ask("anna", "mute", "conversation", "bo", "off", true).row())
        .containsEntry("muted", false);
    assertThat(ask("anna", "read", "conversation", "bo", "undo", true).row())
        .containsEntry("markedUnread", true)
        .containsEntry("pinned", true);
    assertThat(ask("anna", "read", "conversation", "bo").row())
        .containsEntry("markedUnread", false);
  }

  @Test
  void receiptsNameEachReaderAndCanBeKeptBack() throws IOException {
    var id = say("anna", "bo", "seen?");
    assertThat(ask("bo", "receipts", "what", "anna", "tell", "no").row())
        .containsEntry("receipts", false);
    ask("bo", "read", "conversation", "anna");
    assertThat(ask("anna", "receipts", "what", id).row())
        .containsEntry("name", "bo")
        .containsEntry("delivered", true)
        .containsEntry("read", false);
    assertThat(ask("anna", "remind", "message", id).row()).containsEntry("name", "bo");
    assertThat(ask("anna", "remind", "message", id).problem()).isEqualTo("remind-too-soon");
    ask("bo", "receipts", "what", "anna", "tell", "usual");
    var next = say("anna", "bo", "and this?");
    ask("bo", "read", "conversation", "anna");
    awaitRead(next);
    assertThat(ask("anna", "receipts", "what", id).row()).containsEntry("read", true);
    assertThat(ask("anna", "remind", "message", id).rows()).isEmpty();
  }

  private void awaitRead(String id) {
    var message = MessageId.parse(id).orElseThrow();
    try {
      var state = Message.State.READ;
      var patience = Duration.ofSeconds(20);
      assertThat(anna.open().awaitDelivery(message, state, patience).state()).isEqualTo(state);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMessageIsForwardedWithTheNameOfItsAuthorAndDeletedHereAlone() throws IOException {
    office.start("chen");
    var hello = (String) newest("anna", "bo").get("message");
    var forwarded = ask("anna", "forward", "message", hello, "conversation", "chen").row();
    assertThat(forwarded).containsEntry("text", "hello").containsEntry("forwardedFrom", "bo");

    assertThat(ask("anna", "delete", "message", hello).row()).containsEntry("last", null);
    assertThat(ask("anna", "history", "conversation", "bo").rows()).isEmpty();
    assertThat(ask("anna", "delete", "message", hello).exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(at("bo", "anna", hello)).containsEntry("text", "hello");
  }

  @Test
  void filesThatAreStillThereAreForwarded() throws IOException {
    office.start("chen");
    var file = Files.writeString(folder.resolve("plan.txt"), "plan");
    var offer = ask("anna", "offer", "conversation", "bo", "paths", List.of(file.toString())).row();
    var id = offer.get("message");
    assertThat(ask("anna", "forward", "message", id, "conversation", "chen").row())
        .containsEntry("kind", "files");
    Files.delete(file);
    assertThat(ask("anna", "forward", "message", id, "conversation", "chen").problem())
        .isEqualTo("files-gone");
  }

  @Test
  void aNudgeAndWhoTypesAreWatched() throws Exception {
    // Whoever never answered is a stranger, and of strangers no signals are heard.
    say("anna", "bo", "hi");
    var socket = UnixDomainSocketAddress.of(office.profile("bo").controlSocket());
    try (var channel = SocketChannel.open(socket)) {
      var asked =
          """
          {"id":1,"command":"watch"}
          {"id":2,"command":"settings get","key":"theme"}
          """;
      channel.write(ByteBuffer.wrap(asked.getBytes(StandardCharsets.UTF_8)));
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
      until(in, "\"exit\":0");
      anna.open().verbs().typing(anna.open().resolveConversation("bo"));
      assertThat(until(in, "\"event\":\"typing\"")).contains("\"name\":\"anna\"");
      assertThat(ask("anna", "nudge", "peer", "bo").exit()).isZero();
      assertThat(until(in, "\"event\":\"nudge\"")).contains(anna.open().me().id().text());
      assertThat(ask("anna", "nudge", "peer", "bo").exit()).isEqualTo(Exit.REFUSED);
      var hello = (String) newest("anna", "bo").get("message");
      ask("anna", "edit", "message", hello, "text", "hi there");
      assertThat(until(in, "\"event\":\"message-changed\"")).contains("\"edited\":true");
    }
  }

  private static String until(BufferedReader in, String part) throws IOException {
    var line = in.readLine();
    while (!line.contains(part)) line = in.readLine();
    return line;
  }
}
