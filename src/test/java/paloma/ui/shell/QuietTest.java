package paloma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import paloma.model.Presence;

final class QuietTest {
  @Test
  void doNotDisturbAndQuietHoursLeaveAPersonAlone() {
    var noon = LocalTime.NOON;
    assertThat(Quiet.now(Presence.DND, "", noon)).isTrue();
    assertThat(Quiet.now(Presence.ONLINE, "11:00-13:00", noon)).isTrue();
    assertThat(Quiet.now(Presence.BUSY, "13:00-11:00", noon)).isFalse();
    assertThat(Quiet.now(Presence.INVISIBLE, "", noon)).isFalse();
  }
}
