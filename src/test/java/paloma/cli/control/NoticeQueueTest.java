package paloma.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.model.Problem;

final class NoticeQueueTest {
  @Test
  void whoReadsTooSlowlyIsToldHowManyWereMissed() throws InterruptedException {
    var queue = new NoticeQueue(2);
    for (int i = 0; i < 5; i++) queue.add(new Notice.NetworkChanged(List.of("net" + i)));

    assertThat(queue.take().notice()).isEqualTo(new Notice.NetworkChanged(List.of("net0")));
    assertThat(queue.take().notice()).isEqualTo(new Notice.NetworkChanged(List.of("net1")));
    assertThat(queue.take().notice())
        .isEqualTo(new Notice.ProblemArose(Problem.failed("notices-missed", "3")));

    queue.add(new Notice.Stopping());
    assertThat(queue.take().notice()).isEqualTo(new Notice.Stopping());
  }
}
