package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paloma.platform.IdleTime;
import paloma.work.Tasks;
import paloma.work.WoundTime;

/** Whether somebody sits there, on a clock that the test winds. */
final class AttendanceTest {
  private final WoundTime time = new WoundTime();
  private final Tasks tasks = new Tasks(time);
  private final LinkedBlockingQueue<Duration> told = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    tasks.close();
  }

  private Attendance attendance(IdleTime idle) {
    var attendance = new Attendance(tasks, idle, () -> 10, (since, _) -> told.add(since));
    attendance.start();
    return attendance;
  }

  private Duration next() throws InterruptedException {
    time.pass(Attendance.EVERY);
    return told.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void whereTheSystemSaysNothingTheWindowsOwnKeysCount() throws Exception {
    try (var attendance = attendance(IdleTime.unknown())) {
      assertThat(next()).isEqualTo(Attendance.EVERY);
      assertThat(next()).isEqualTo(Attendance.EVERY.multipliedBy(2));
      attendance.touched();
      assertThat(next()).isEqualTo(Attendance.EVERY);
    }
  }

  @Test
  void whatIsTouchedInOtherWindowsCountsWhereTheSystemSaysIt() throws Exception {
    var system = new AtomicReference<Optional<Duration>>(Optional.of(Duration.ofSeconds(3)));
    try (var attendance = attendance(system::get)) {
      assertThat(next()).isEqualTo(Duration.ofSeconds(3));
      system.set(Optional.of(Duration.ofMinutes(20)));
      attendance.touched();
      assertThat(next()).isEqualTo(Attendance.EVERY);
      system.set(Optional.empty());
      assertThat(next()).isEqualTo(Attendance.EVERY.multipliedBy(2));
    }
  }
}
