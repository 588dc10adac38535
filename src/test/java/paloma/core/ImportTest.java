package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.archive.IpmsgSamples;
import paloma.model.Body;
import paloma.model.Conversation;
import paloma.model.Message;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.settings.Language;
import paloma.settings.Words;

@Timeout(120)
class ImportTest {
  private static final Instant AT = Instant.parse("2003-03-04T01:11:12Z");

  @TempDir Path folder;

  private static List<String> texts(Desk desk, Conversation conversation) {
    return desk.messenger().messages(Query.latest(conversation.id(), 1000)).stream()
        .map(m -> ((Body.Text) m.body()).text())
        .toList();
  }

  private static Conversation with(Desk desk, String name) {
    return desk.messenger().conversations().stream()
        .filter(
            c -> desk.messenger().peer(c.members().getFirst()).orElseThrow().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String block(String head, Instant at, String text) {
    return IpmsgSamples.block(head, at, ZoneId.systemDefault(), "", text);
  }

  private Path log() throws Exception {
    var text =
        block("From: 田中 (PC7/192.168.0.7)", AT, "おはようございます")
            + block("To: 田中 (PC7/192.168.0.7)", AT.plusSeconds(5), "はい、どうぞ")
            + block("From: 田中 (PC7/192.168.0.7)", AT.plusSeconds(9), "ok")
            + block("From: 田中 (PC7/192.168.0.7)", AT.plusSeconds(9), "ok")
            + block("From: 鈴木 (PC8/192.168.0.8)", AT.plusSeconds(20), "x".repeat(30_000));
    return Files.write(folder.resolve("ipmsg.log"), text.getBytes(Charset.forName("windows-31j")));
  }

  @Test
  void aTextLogBecomesAConversationForEachPersonAndOnlyOnce() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var archive = anna.messenger().archive();
      var imported = archive.importFrom("ipmsg", log(), Optional.empty());

      assertThat(imported.added()).isEqualTo(5);
      assertThat(imported.people()).isEqualTo(2);
      assertThat(imported.unreadable()).isZero();
      var talk = with(anna, "田中");
      assertThat(texts(anna, talk)).containsExactly("おはようございます", "はい、どうぞ", "ok", "ok");
      assertThat(talk.unread()).isZero();
      var messages = anna.messenger().messages(Query.latest(talk.id(), 10));
      assertThat(messages).extracting(Message::own).containsExactly(false, true, false, false);
      assertThat(messages).extracting(Message::state).containsOnly(Message.State.READ);
      assertThat(messages.getFirst().time()).isEqualTo(AT);
      assertThat(String.join("", texts(anna, with(anna, "鈴木")))).hasSize(30_000);
      assertThat(anna.messenger().peer(talk.members().getFirst()).orElseThrow().wire())
          .isEqualTo("ipmsg");
      assertThat(anna.messenger().peers()).as("nobody who could be written to").isEmpty();

      var again = archive.importFrom("ipmsg", log(), Optional.empty());
      assertThat(again.added()).isZero();
      assertThat(again.known()).isEqualTo(5);
      assertThat(texts(anna, talk)).hasSize(4);
    }
  }

  @Test
  void nothingOfItIsEverSentAndNothingCanBeSentInIt() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.messenger().archive().importFrom("ipmsg", log(), Optional.empty());
      anna.awaitSees(jonas);
      anna.say(jonas, "hello");
      jonas.awaitTexts(anna, List.of("hello"));

      assertThat(jonas.messenger().conversations()).hasSize(1);
      assertThat(jonas.messenger().metrics().events()).isEqualTo(1);
      var talk = with(anna, "田中");
      assertThatThrownBy(() -> anna.messenger().say(talk.id(), "hi"))
          .hasMessageContaining("conversation-imported");
      assertThatThrownBy(() -> anna.messenger().offer(talk.id(), List.of(folder)))
          .hasMessageContaining("conversation-imported");
      assertThat(anna.messenger().read(talk.id()).unread()).isZero();
    }
  }

  @Test
  void aDatabaseOfIpMessengerIsReadByWhatIsThere() throws Exception {
    var file = folder.resolve("ipmsg.db");
    IpmsgSamples.database(
        file,
        List.of(
            new IpmsgSamples.Row(AT.getEpochSecond(), 1, 1, "张伟", "PC1", "你好\r\n"),
            new IpmsgSamples.Row(AT.getEpochSecond(), 2, 0, "张伟", "PC1", "在"),
            new IpmsgSamples.Row(AT.getEpochSecond(), 3, 1, null, "PC2", "no nick")));
    var before = Files.readAllBytes(file);
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var imported = anna.messenger().archive().importFrom("ipmsg", file, Optional.empty());

      assertThat(imported.added()).isEqualTo(3);
      assertThat(imported.lines()).containsExactly(1L);
      assertThat(texts(anna, with(anna, "张伟"))).containsExactly("你好", "在");
      assertThat(texts(anna, with(anna, "uid3"))).containsExactly("no nick");
      assertThat(file).as("only read").hasBinaryContent(before);
      assertThat(anna.messenger().archive().importFrom("ipmsg", file, Optional.empty()).added())
          .isZero();
    }
  }

  @Test
  void anExportIsTakenOverIntoAConversationOfItsOwn() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      anna.say(jonas, "one");
      jonas.awaitTexts(anna, List.of("one"));
      jonas.say(anna, "two");
      anna.awaitTexts(jonas, List.of("one", "two"));
      var file = folder.resolve("talk.json");
      var words = Words.in(Language.EN);
      anna.messenger().archive().export(anna.with(jonas), "json", file, words);
      Files.writeString(file, Files.readString(file).replace("\n]}", ",\n{\"broken\n]}"));

      var mia = rig.desk("Mia");
      var imported = mia.messenger().archive().importFrom("paloma", file, Optional.empty());
      assertThat(imported.added()).isEqualTo(2);
      assertThat(imported.lines()).containsExactly(4L);
      assertThat(texts(mia, with(mia, "Jonas"))).containsExactly("one", "two");
      assertThat(mia.messenger().archive().importFrom("paloma", file, Optional.empty()).added())
          .isZero();
    }
  }

  @Test
  void whatIsNoHistoryIsRefusedAndChangesNothing() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var archive = anna.messenger().archive();
      var file = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n\n====\nregards");
      for (var from : List.of("ipmsg", "paloma")) {
        assertThatThrownBy(() -> archive.importFrom(from, file, Optional.empty()))
            .hasMessageContaining("import-foreign");
      }
      assertThatThrownBy(() -> archive.importFrom("ipmsg", file, Optional.of("EBCDIC-9")))
          .hasMessageContaining("encoding-unknown");
      assertThatThrownBy(() -> archive.importFrom("icq", file, Optional.empty()))
          .hasMessageContaining("request-field");
      var own = anna.profile().resolve("paloma.db");
      assertThatThrownBy(() -> archive.importFrom("ipmsg", own, Optional.empty()))
          .hasMessageContaining("import-foreign");
      assertThat(anna.messenger().conversations()).isEmpty();
    }
  }
}
