package paloma.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import paloma.doctor.Contact.Attempt;
import paloma.doctor.Contact.Outcome;
import paloma.identity.FixedIdentity;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.work.WoundTime;

class DiaryTest {
  private static final Duration LATELY = Duration.ofSeconds(60);
  private static final Endpoint AT = new Endpoint(InetAddress.ofLiteral("10.0.0.2"), 24250);

  private final WoundTime time = new WoundTime();
  private final Diary diary = new Diary(time);
  private final DeviceId ann = FixedIdentity.of(1).id();

  @Test
  void theLastDialOfAnAddressCounts() {
    diary.dialled(ann, AT, Outcome.SILENT);
    time.pass(Duration.ofSeconds(5));
    diary.dialled(ann, AT, Outcome.REACHED);
    time.pass(Duration.ofSeconds(2));

    assertThat(diary.contact(ann).attempts())
        .containsExactly(new Attempt(AT, Outcome.REACHED, Duration.ofSeconds(2)));
    assertThat(diary.contact(ann).met()).contains(Duration.ofSeconds(2));
  }

  @Test
  void whoIsHeardAndNeverAnswersIsNamedOnce() {
    diary.heard(ann, "Ann", "multicast4");
    fail(3);
    assertThat(diary.unreachable(ann, LATELY)).as("it may still come").isEmpty();
    time.pass(Duration.ofSeconds(12));
    fail(1);
    assertThat(diary.unreachable(ann, LATELY)).contains("Ann");
    fail(5);
    assertThat(diary.unreachable(ann, LATELY)).as("said already").isEmpty();
  }

  @Test
  void whoIsNotHeardIsJustAway() {
    diary.heard(ann, "Ann", "multicast4");
    time.pass(Duration.ofSeconds(61));
    fail(3);
    time.pass(Duration.ofSeconds(20));
    fail(1);
    assertThat(diary.unreachable(ann, LATELY)).isEmpty();
  }

  @Test
  void aLinkForgivesWhatFailedBefore() {
    diary.heard(ann, "Ann", "multicast4");
    fail(3);
    time.pass(Duration.ofSeconds(20));
    diary.dialledUs(ann);
    fail(1);
    assertThat(diary.unreachable(ann, LATELY)).isEmpty();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) diary.dialled(ann, AT, Outcome.SILENT);
  }
}
