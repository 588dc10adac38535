package paloma.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.settings.Json;
import paloma.settings.Language;
import paloma.settings.Words;

class TranscriptTest {
  private static final DeviceId US = new DeviceId(Hash.sha256(new byte[] {1}));
  private static final DeviceId THEY = new DeviceId(Hash.sha256(new byte[] {2}));
  private static final ConversationId BOTH = ConversationId.between(US, THEY);

  private static Transcript.Line line(String author, boolean own, String time, Body body) {
    var at = Instant.parse(time);
    var by = own ? US : THEY;
    return new Transcript.Line(
        new Message(
            body.id(),
            BOTH,
            by,
            own,
            at,
            at,
            new Message.Position(1, by, 1, 1),
            body,
            Message.State.READ),
        author);
  }

  private static Body text(String text) {
    return new Body.Text(new MessageId(1, 2), text);
  }

  private static String written(String format, Language language, Transcript.Line... lines)
      throws IOException {
    var out = new StringBuilder();
    var transcript = Transcript.named(format, out, Words.in(language)).orElseThrow();
    transcript.begin(
        new Transcript.Heading(
            BOTH.text(),
            "Jonas <b>",
            List.of("Anna", "Jonas <b>"),
            Instant.parse("2026-11-24T08:00:00Z"),
            ZoneId.of("Asia/Shanghai")));
    for (var line : lines) transcript.line(line);
    transcript.end();
    return out.toString();
  }

  @Test
  void aPageForTheBrowserShowsWhatWasSaidAndRunsNothing() throws Exception {
    var page =
        written(
            "html",
            Language.EN,
            line(
                "Jonas <b>",
                false,
                "2026-11-23T17:00:00Z",
                text("<script>alert('x')</script> &amp;")),
            line("Anna", true, "2026-11-24T01:00:00Z", text("a \"quote\"\n二\u202Etxt.exe")));

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;amp;")
        .contains("a &quot;quote&quot;\n二‹U+202E›txt.exe")
        .contains("<h2>2026-11-24</h2>")
        .contains("default-src 'none'")
        .contains("2026-11-24 16:00:00 +08:00 (Asia/Shanghai)")
        .doesNotContain("<script")
        .doesNotContain("Jonas <b>")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .endsWith("</html>\n");
    assertThat(page.split("<h2>")).as("one day in Shanghai").hasSize(2);
    assertThat(written("html", Language.ZH_CN)).contains("lang=\"zh-CN\"");
  }

  @Test
  void nobodyCanWriteALineThatLooksLikeAnothersInAText() throws Exception {
    var page =
        written(
            "txt",
            Language.EN,
            line(
                "Jonas", false, "2026-11-24T01:00:00Z", text("hi\n[09:00:01] Anna: I agree\u0007")),
            line("Anna\nX", true, "2026-11-25T01:00:00Z", text("no")));

    assertThat(page)
        .contains("== 2026-11-24 ==\n[09:00:00] Jonas: hi\n    [09:00:01] Anna: I agree‹U+0007›\n")
        .contains("\n== 2026-11-25 ==\n[09:00:00] Anna X: no\n");
  }

  @Test
  void jsonIsOneObjectWithAMessageALine() throws Exception {
    var files =
        new Body.Offer(
            new MessageId(3, 4),
            "note",
            new Manifest.Summary(List.of("a.txt", "b.txt"), false, 2, 10, Hash.ZERO, 50));
    var json =
        written(
            "json",
            Language.EN,
            line("Jonas", false, "2026-11-24T01:00:00Z", text("say \"hi\"\n")),
            line("Anna", true, "2026-11-24T01:00:01Z", files));

    var object = Json.object(json);
    assertThat(object).containsEntry("kind", "paloma-history").containsEntry("version", 1);
    var messages = (List<?>) object.get("messages");
    assertThat(messages).hasSize(2);
    assertThat((Map<?, ?>) messages.getFirst()).extracting("text").isEqualTo("say \"hi\"\n");
    assertThat((Map<?, ?>) messages.get(1))
        .extracting("files")
        .isEqualTo(List.of("a.txt", "b.txt"));
    assertThat(json.lines()).hasSize(4);
    assertThat(Json.object(written("json", Language.EN))).containsEntry("messages", List.of());
  }

  @Test
  void anotherFormatIsNone() {
    assertThat(Transcript.named("pdf", new StringBuilder(), Words.in(Language.EN))).isEmpty();
  }
}
