package paloma.platform.idle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import paloma.platform.IdleTime;

/** macOS: the driver of keyboards and mice counts nanoseconds, and {@code ioreg} shows them. */
final class MacIdle implements IdleTime {
  private static final Pattern NANOS = Pattern.compile("\"HIDIdleTime\"\\s*=\\s*(\\d{1,18})");

  /** It answers in some milliseconds, or something is wrong. */
  private static final int PATIENCE_SECONDS = 2;

  @Override
  public Optional<Duration> untouched() {
    try {
      var ioreg =
          new ProcessBuilder("/usr/sbin/ioreg", "-c", "IOHIDSystem", "-d", "4", "-S")
              .redirectErrorStream(true)
              .start();
      ioreg.getOutputStream().close();
      var shown = new String(ioreg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!ioreg.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) ioreg.destroy();
      return read(shown);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The first count in what ioreg shows. Pure. */
  static Optional<Duration> read(String shown) {
    var found = NANOS.matcher(shown);
    return found.find()
        ? Optional.of(Duration.ofNanos(Long.parseLong(found.group(1))))
        : Optional.empty();
  }
}
