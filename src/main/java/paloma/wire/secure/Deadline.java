package paloma.wire.secure;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;
import paloma.work.Time;

/**
 * Wall time for steps on a socket, running from the start. A watchdog closes the raw socket, which
 * wakes whatever blocks on it: a read timeout alone is reset by one byte.
 */
final class Deadline implements AutoCloseable {
  /** Something that blocks on the socket. */
  interface Step<T> {
    T run() throws IOException;
  }

  private final Socket raw;
  private final AtomicBoolean late = new AtomicBoolean();
  private final Time.Timer watchdog;

  Deadline(Time time, Duration most, Socket raw) {
    this.raw = raw;
    watchdog =
        time.after(
            most,
            "link-watchdog",
            () -> {
              late.set(true);
              Greeter.close(raw);
            });
  }

  /** Runs a step; one that fails closes the socket. */
  <T> T run(Step<T> step) throws WireException {
    boolean done = false;
    try {
      var result = step.run();
      if (late.get()) throw new SocketTimeoutException();
      done = true;
      return result;
    } catch (WireException e) {
      throw e;
    } catch (IOException e) {
      if (late.get()) throw new WireException(Reason.UNREACHABLE, "too slow", e);
      // TLS wraps the end of a connection in an exception of its own.
      boolean ended = isEnd(e) || isEnd(e.getCause());
      throw new WireException(
          ended ? Reason.UNREACHABLE : Reason.MALFORMED, String.valueOf(e.getMessage()), e);
    } finally {
      if (!done) Greeter.close(raw);
    }
  }

  private static boolean isEnd(Throwable e) {
    return e instanceof EOFException
        || e instanceof SocketException
        || e instanceof SocketTimeoutException;
  }

  @Override
  public void close() {
    watchdog.cancel();
  }
}
