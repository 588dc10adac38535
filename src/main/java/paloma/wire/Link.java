package paloma.wire;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;

/**
 * Ordered bytes to and from a device that has proved its key. Reading and writing may go on at the
 * same time from two threads. {@link #close} never blocks and makes both sides fail soon.
 */
public interface Link extends AutoCloseable {
  /** Unique in this process; for logs and maps. */
  long number();

  DeviceId peer();

  /** The key the peer has proved to hold, as SPKI bytes. */
  byte[] publicKey();

  /** Which run of the peer's program this is; two at once are a clone. */
  long peerInstance();

  Purpose purpose();

  /** Whether the peer dialled us. */
  boolean incoming();

  Endpoint remote();

  /** The highest protocol version that the peer speaks. */
  default int version() {
    return 1;
  }

  /** The peer's highest protocol features, a bit set; unknown bits are ignored. */
  long features();

  InputStream in();

  OutputStream out();

  /** The longest a read may wait; null waits for ever. */
  void patience(Duration most);

  @Override
  void close();
}
