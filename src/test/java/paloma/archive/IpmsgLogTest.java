package paloma.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpmsgLogTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant AT = Instant.parse("2003-03-04T01:11:12Z");

  private final List<Foreign> messages = new ArrayList<>();
  private final List<Long> unreadable = new ArrayList<>();

  private void read(String log) throws Exception {
    var imports =
        new Imports() {
          @Override
          public void message(Foreign message) {
            messages.add(message);
          }

          @Override
          public void unreadable(long line) {
            unreadable.add(line);
          }
        };
    new IpmsgLog(new BufferedReader(new StringReader(log)), TOKYO, imports).read();
  }

  private static String block(String head, String extra, String text) {
    return IpmsgSamples.block(head, AT, TOKYO, extra, text);
  }

  @Test
  void blocksBecomeMessagesWithWhoAndWhen() throws Exception {
    read(
        block("From: 田中 (PC7/192.168.0.7/tanaka)", "", "昼ごはん?\n\n十二時に")
            + block("To: 田中 (PC7/192.168.0.7/tanaka)", "", "はい"));

    assertThat(unreadable).isEmpty();
    assertThat(messages).hasSize(2);
    var first = messages.getFirst();
    assertThat(first.name()).isEqualTo("田中");
    assertThat(first.host()).isEqualTo("PC7");
    assertThat(first.own()).isFalse();
    assertThat(first.time()).isEqualTo(AT);
    assertThat(first.text()).isEqualTo("昼ごはん?\n\n十二時に");
    assertThat(messages.get(1).own()).isTrue();
    assertThat(messages.get(1).person()).isEqualTo(first.person());
  }

  @Test
  void whatWasSentToSeveralStandsWithEachOfThemAndNamesOfFilesStay() throws Exception {
    read(block("To: A (H1/1)\nTo: B", "(file attached) plan.xls", "see\nthere"));

    assertThat(messages).extracting(Foreign::name).containsExactly("A", "B");
    assertThat(messages).extracting(Foreign::host).containsExactly("H1", "");
    assertThat(messages)
        .extracting(Foreign::text)
        .containsOnly("(file attached) plan.xls\nsee\nthere");
  }

  @Test
  void linesThatLookLikeABlockBelongToTheTextUnlessAPersonFollows() throws Exception {
    var rule = "=====================================";
    read(block("From: A (H/1)", "", "head\n" + rule + "\nbelow\n-----------------------------"));

    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().text())
        .isEqualTo("head\n" + rule + "\nbelow\n-----------------------------");
  }

  @Test
  void brokenBlocksAreCountedWithTheirLinesAndTheRestIsRead() throws Exception {
    var good = block("From: A (H/1)", "", "good");
    read(
        "rubbish at the beginning\r\n"
            + good
            + "=====================================\r\n From: A (H/1)\r\n  at noon\r\n"
            + "-------------------------------------\r\nlost time\r\n"
            + good
            + "=====================================\r\n From: A (H/1)\r\n  at Tue Mar");

    assertThat(messages).extracting(Foreign::text).containsExactly("good", "good");
    assertThat(unreadable).containsExactly(1L, 8L, 19L);
  }

  @Test
  void encodingsAreFoundOut() {
    var japanese = block("From: 田中さん (PC/1)", "", "お昼ごはんはどうしますか。会議は三時からです。");
    var chinese = block("From: 张伟 (PC/1)", "", "中午一起吃饭吗？会议三点开始，请把文件发给我。");
    for (var name : List.of("windows-31j", "UTF-8")) {
      assertThat(found(japanese, name)).as(name).isEqualTo(Charset.forName(name));
    }
    for (var name : List.of("GB18030", "UTF-8")) {
      assertThat(found(chinese, name)).as(name).isEqualTo(Charset.forName(name));
    }
    assertThat(found("\uFEFF" + chinese, "UTF-16LE")).isEqualTo(StandardCharsets.UTF_16LE);
    assertThat(found("only ASCII", "GB18030")).isEqualTo(StandardCharsets.UTF_8);
  }

  private static Charset found(String text, String encoding) {
    return Encodings.of(text.getBytes(Charset.forName(encoding)));
  }
}
