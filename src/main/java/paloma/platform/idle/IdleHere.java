package paloma.platform.idle;

import paloma.platform.IdleTime;
import paloma.platform.Os;
import paloma.platform.linux.BusIdle;

/** Asks the system that this runs on. */
public final class IdleHere {
  private IdleHere() {}

  /** May take a second: a desktop is asked what it offers. */
  public static IdleTime open() {
    return switch (Os.here()) {
      case LINUX -> BusIdle.open().map(b -> (IdleTime) b).orElseGet(IdleTime::unknown);
      case WINDOWS -> WindowsIdle.open();
      case MACOS -> new MacIdle();
    };
  }
}
