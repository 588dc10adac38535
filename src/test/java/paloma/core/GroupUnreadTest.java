package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ConversationId;
import paloma.model.Receipt;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** What of a group counts as unread, who is called, and who can have read something. */
final class GroupUnreadTest {
  @TempDir java.nio.file.Path folder;
  private Rig rig;
  private Desk jonas;
  private Desk anna;
  private Desk kenji;
  private ConversationId lunch;

  @BeforeEach
  void begin() throws Exception {
    rig = new Rig(folder);
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    kenji = rig.desk("Kenji");
    GroupDesks.meet(jonas, anna, kenji);
    lunch = GroupDesks.created(jonas, anna);
  }

  @AfterEach
  void end() throws Exception {
    rig.close();
  }

  private int unread(Desk desk) {
    return desk.messenger().conversation(lunch).unread();
  }

  private boolean called(Desk desk) {
    return desk.messenger().conversation(lunch).called();
  }

  @Test
  void comingIntoAGroupIsToBeReadAndWhatHappensInItIsNot() throws Exception {
    assertThat(unread(anna)).isEqualTo(1);
    jonas.messenger().groups().rename(lunch, "Dinner");
    jonas.messenger().say(lunch, "noodles");
    GroupDesks.awaitTexts(anna, lunch, "noodles");
    assertThat(anna.messenger().groups().group(lunch).name()).isEqualTo("Dinner");
    assertThat(unread(anna)).isEqualTo(2);
    anna.messenger().read(lunch);
    assertThat(unread(anna)).isZero();
    jonas.messenger().groups().rename(lunch, "Supper");
    anna.await("the name", () -> anna.messenger().groups().group(lunch).name().equals("Supper"));
    assertThat(unread(anna)).isZero();
  }

  @Test
  void whoIsCalledIsToldUntilTheyRead() throws Exception {
    jonas.messenger().say(lunch, "noodles");
    GroupDesks.awaitTexts(anna, lunch, "noodles");
    assertThat(called(anna)).isFalse();
    jonas.messenger().say(lunch, Saying.of("@Anna?").calling(List.of(anna.id()), false));
    GroupDesks.awaitTexts(anna, lunch, "noodles", "@Anna?");
    assertThat(called(anna)).isTrue();
    assertThat(called(jonas)).isFalse();
    anna.messenger().read(lunch);
    assertThat(called(anna)).isFalse();
  }

  @Test
  void whoCameLaterIsNotAmongThoseWhoMayHaveReadIt() throws Exception {
    var before = jonas.messenger().say(lunch, "noodles");
    GroupDesks.awaitTexts(anna, lunch, "noodles");
    jonas.messenger().groups().add(lunch, List.of(kenji.id()));
    GroupDesks.awaitIn(kenji, lunch);
    var after = jonas.messenger().say(lunch, "rice");
    assertThat(jonas.messenger().verbs().receipts(before.id()))
        .extracting(Receipt::reader)
        .containsExactly(anna.id());
    assertThat(jonas.messenger().verbs().receipts(after.id()))
        .extracting(Receipt::reader)
        .containsExactlyInAnyOrder(anna.id(), kenji.id());
    assertThat(jonas.messenger().delivery(before.id()).of()).isEqualTo(1);
  }
}
