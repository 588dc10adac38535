package paloma.platform;

import java.time.Duration;
import java.util.Optional;

/** For how long nobody has touched keyboard or mouse of this computer. Calls may block a second. */
public interface IdleTime extends AutoCloseable {
  /** Empty when the system does not say now. */
  Optional<Duration> untouched();

  @Override
  default void close() {}

  /** A system that never says. */
  static IdleTime unknown() {
    return Optional::empty;
  }
}
