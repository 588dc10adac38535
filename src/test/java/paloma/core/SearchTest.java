package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.Query;
import paloma.rig.Rig;

class SearchTest {
  @TempDir Path folder;

  @Test
  void whatIsSaidAndWhatIsHeardIsFoundAtOnceAndAfterARestart() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      anna.say(jonas, "展台效果图终稿");
      assertThat(texts(anna.messenger(), "效果图")).containsExactly("展台效果图终稿");
      jonas.awaitTexts(anna, List.of("展台效果图终稿"));
      assertThat(texts(jonas.messenger(), "台")).containsExactly("展台效果图终稿");
      jonas.quit();
      jonas.start();
      assertThat(texts(jonas.messenger(), "终稿")).containsExactly("展台效果图终稿");
      assertThat(jonas.messenger().search().waiting()).isZero();
    }
  }

  @Test
  void filesAreFoundByTheirNames() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      var file = Files.writeString(folder.resolve("报价单-第三版.pdf"), "x");
      var talk = anna.messenger().conversationWith(jonas.id());
      var offer = anna.messenger().offer(talk, List.of(file));
      anna.say(jonas, "报价单 is on its way");

      var files = Query.words("报价单", 50).kind("files");
      assertThat(anna.messenger().search().messages(files))
          .extracting(Message::id)
          .containsExactly(offer.id());
    }
  }

  @Test
  void aroundAMessageStandWhatWasSaidBeforeAndAfterIt() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      Message middle = null;
      for (int i = 0; i < 20; i++) {
        var said = anna.say(jonas, "number " + i);
        if (i == 10) middle = said;
      }
      assertThat(anna.messenger().search().around(middle.id(), 2))
          .extracting(SearchTest::text)
          .containsExactly("number 8", "number 9", "number 10", "number 11", "number 12");
      assertThat(anna.messenger().search().around(paloma.model.MessageId.random(), 2)).isEmpty();
    }
  }

  @Test
  void peopleAndConversationsAreFoundByReadingAndInitials() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var wen = rig.desk("小雯");
      anna.awaitSees(wen);
      var search = anna.messenger().search();
      for (var words : List.of("小雯", "xw", "xiaowen", "小雯-pc")) {
        assertThat(search.people(words, 10)).as(words).hasSize(1);
      }
      assertThat(search.people("jonas", 10)).isEmpty();
      assertThat(search.conversations("xw", 10)).isEmpty();
      anna.say(wen, "hello");
      assertThat(search.conversations("xw", 10)).hasSize(1);
    }
  }

  private static List<String> texts(Messenger messenger, String words) {
    return messenger.search().messages(Query.words(words, 50)).stream()
        .map(SearchTest::text)
        .toList();
  }

  private static String text(Message message) {
    return ((Body.Text) message.body()).text();
  }
}
