package paloma.transfer;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.wire.Link;

/** One end of a files link in memory. */
record MemoryLink(long number, DeviceId peer, boolean incoming, Pipe from, Pipe to)
    implements Link {
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Two ends: the dialler's and the other's. */
  record Pair(MemoryLink dialler, MemoryLink dialled) {}

  static Pair pair(DeviceId dialler, DeviceId dialled) {
    var there = new Pipe();
    var back = new Pipe();
    return new Pair(
        new MemoryLink(NUMBERS.incrementAndGet(), dialled, false, back, there),
        new MemoryLink(NUMBERS.incrementAndGet(), dialler, true, there, back));
  }

  @Override
  public long peerInstance() {
    return 1;
  }

  @Override
  public byte[] publicKey() {
    return new byte[0];
  }

  @Override
  public Purpose purpose() {
    return Purpose.FILES;
  }

  @Override
  public Endpoint remote() {
    return new Endpoint(InetAddress.getLoopbackAddress(), 4711);
  }

  @Override
  public long features() {
    return 0;
  }

  @Override
  public InputStream in() {
    return from.in;
  }

  @Override
  public OutputStream out() {
    return to.out;
  }

  @Override
  public void patience(Duration most) {
    from.patience = most;
  }

  @Override
  public void close() {
    from.cut();
    to.cut();
  }
}
