package paloma.wire.secure;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Purpose;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;
import paloma.work.Time;

/**
 * Turns a connected socket into a link: TLS, then HELLO both ways, each within its wall time.
 * Blocks; for any thread.
 */
final class Greeter {
  private final Identity me;
  private final long instance;
  private final long boot;
  private final Limits limits;
  private final Time time;
  private final Tls tls;

  Greeter(Identity me, long instance, long boot, Limits limits, Time time) {
    this.me = me;
    this.instance = instance;
    this.boot = boot;
    this.limits = limits;
    this.time = time;
    tls = new Tls(me);
  }

  /** As the one who dialled; {@code wanted} is null for whoever lives there. */
  TlsLink dialled(Socket raw, DeviceId wanted, Purpose purpose, Consumer<TlsLink> onClose)
      throws IOException {
    SSLSocket session;
    try (var deadline = deadline(raw)) {
      session = handshake(raw, true, deadline);
    }
    return helloed(
        raw,
        () -> {
          var key = Tls.peerKey(session.getSession());
          var peer = DeviceId.ofKey(key);
          if (wanted != null && !peer.equals(wanted) && !peer.equals(me.id())) {
            throw new WireException(Reason.ANOTHER_KEY, peer.toString(), null);
          }
          var link = new TlsLink(raw, session, false, onClose);
          var exporter = Hello.exporter(session.getSession());
          var to = wanted == null ? Hash.ZERO : wanted.hash();
          say(link, Hello.Side.DIALLER, exporter, to, purpose);
          var answer = new FrameReader(link.in()).read(Frame.Hello.class);
          Hello.check(answer, Hello.Side.ACCEPTOR, exporter, key, me.id());
          if (answer.purpose() != purpose) throw new MalformedException("another purpose");
          if (peer.equals(me.id())) {
            throw new WireException(
                Reason.OURSELVES, "instance " + Long.toHexString(answer.instance()), null);
          }
          link.proved(peer, answer);
          return link;
        });
  }

  /** As the one who was dialled. A dialler with our own key gets a link too: see SecureWire. */
  TlsLink accepted(SSLSocket session, Socket raw, Consumer<TlsLink> onClose) throws IOException {
    return helloed(
        raw,
        () -> {
          var key = Tls.peerKey(session.getSession());
          var peer = DeviceId.ofKey(key);
          var link = new TlsLink(raw, session, true, onClose);
          var exporter = Hello.exporter(session.getSession());
          var hello = new FrameReader(link.in()).read(Frame.Hello.class);
          // Said before checking: a dialler of another version learns ours from it.
          say(link, Hello.Side.ACCEPTOR, exporter, peer.hash(), hello.purpose());
          Hello.check(hello, Hello.Side.DIALLER, exporter, key, me.id());
          link.proved(peer, hello);
          return link;
        });
  }

  /** The time for TLS on this socket begins. */
  Deadline deadline(Socket raw) {
    return new Deadline(time, limits.handshake(), raw);
  }

  SSLSocket handshake(Socket raw, boolean dialler, Deadline deadline) throws WireException {
    return deadline.run(() -> {
      raw.setOption(StandardSocketOptions.TCP_NODELAY, true); // 15 ms instead of 88
      var session = tls.over(raw, dialler);
      session.startHandshake();
      return session;
    });
  }

  private TlsLink helloed(Socket raw, Deadline.Step<TlsLink> step) throws WireException {
    try (var deadline = new Deadline(time, limits.hello(), raw)) {
      return deadline.run(step);
    }
  }

  private void say(TlsLink link, Hello.Side side, byte[] exporter, Hash to, Purpose purpose)
      throws IOException {
    var open = Hello.open(me, to, instance, boot, purpose, time.now().toEpochMilli());
    new FrameWriter(link.out()).send(Hello.signed(me, side, exporter, open));
  }

  static void close(Socket raw) {
    try {
      raw.close();
    } catch (IOException e) {
      // Closed is what it was meant to be.
    }
  }
}
