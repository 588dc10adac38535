package paloma.wire.secure;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.wire.Link;

/**
 * A link over TLS, after both HELLOs. Closing closes the raw socket below: TLS's own goodbye would
 * wait for a peer that does not read.
 */
final class TlsLink implements Link {
  private static final System.Logger LOG = System.getLogger("paloma.wire");
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** One TLS record: small frames go out together, longer ones pass through uncopied. */
  private static final int BUFFER = 16 * 1024;

  private final long number = NUMBERS.incrementAndGet();
  private final Socket raw;
  private final InputStream in;
  private final OutputStream out;
  private final boolean incoming;
  private final Consumer<TlsLink> onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile DeviceId peer;
  private volatile Frame.Hello hello;

  TlsLink(Socket raw, SSLSocket tls, boolean incoming, Consumer<TlsLink> onClose)
      throws IOException {
    this.raw = raw;
    this.incoming = incoming;
    this.onClose = onClose;
    in = new BufferedInputStream(tls.getInputStream(), BUFFER);
    out = new BufferedOutputStream(tls.getOutputStream(), BUFFER);
  }

  /** The other side has proved itself. */
  void proved(DeviceId peer, Frame.Hello hello) {
    this.peer = peer;
    this.hello = hello;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public DeviceId peer() {
    return peer;
  }

  @Override
  public byte[] publicKey() {
    return hello.publicKey();
  }

  @Override
  public long peerInstance() {
    return hello.instance();
  }

  @Override
  public Purpose purpose() {
    return hello.purpose();
  }

  @Override
  public boolean incoming() {
    return incoming;
  }

  @Override
  public Endpoint remote() {
    return new Endpoint(raw.getInetAddress(), raw.getPort());
  }

  @Override
  public int version() {
    return hello.mostVersion();
  }

  @Override
  public long features() {
    return hello.features();
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void patience(Duration most) {
    try {
      raw.setSoTimeout(most == null ? 0 : (int) Math.clamp(most.toMillis(), 1, Integer.MAX_VALUE));
    } catch (SocketException e) {
      LOG.log(Level.TRACE, "link " + number + " is closed already");
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    try {
      raw.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing link " + number, e);
    }
    onClose.accept(this);
  }

  @Override
  public String toString() {
    return "link " + number + " to " + peer + " at " + remote();
  }
}
