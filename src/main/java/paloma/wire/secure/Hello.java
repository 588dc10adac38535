package paloma.wire.secure;

import java.security.MessageDigest;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import paloma.frames.Frame;
import paloma.identity.Identity;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Purpose;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;

/**
 * Makes and checks the HELLO of one side of one TLS session. Its signature covers the session's
 * exporter, the side, and everything else in it, so that it is worth nothing anywhere else.
 */
final class Hello {
  static final int VERSION = 1;

  /** No features yet: every bit is for a later version to give a meaning. */
  static final long FEATURES = 0;

  static final String CONTEXT = "paloma-hello-v1";
  private static final String EXPORTER_LABEL = "EXPORTER-paloma-hello-v1";
  private static final int EXPORTER_BYTES = 32;

  /** Which end of the connection speaks. The numbers are wire format. */
  enum Side {
    DIALLER,
    ACCEPTOR
  }

  private Hello() {}

  /** What only the two ends of this session know; the same for both. */
  static byte[] exporter(SSLSession session) throws SSLException {
    return ((ExtendedSSLSession) session)
        .exportKeyingMaterialData(EXPORTER_LABEL, new byte[0], EXPORTER_BYTES);
  }

  /** Our HELLO with its signature. */
  static Frame.Hello signed(Identity identity, Side side, byte[] exporter, Frame.Hello open) {
    return with(open, identity.sign(CONTEXT, content(side, exporter, open)));
  }

  /**
   * Checks what the other side said.
   *
   * @param key the key of the TLS session
   * @param me who must be meant; an acceptor may also be dialled without a name
   */
  static void check(Frame.Hello hello, Side side, byte[] exporter, byte[] key, DeviceId me)
      throws MalformedException, WireException {
    if (hello.leastVersion() > VERSION || hello.mostVersion() < VERSION) {
      throw new WireException(
          Reason.VERSION, hello.leastVersion() + " to " + hello.mostVersion(), null);
    }
    if (!MessageDigest.isEqual(hello.publicKey(), key)) {
      throw new MalformedException("HELLO of another key");
    }
    boolean nobody = side == Side.DIALLER && hello.dialled().equals(Hash.ZERO);
    if (!nobody && !hello.dialled().equals(me.hash())) {
      throw new MalformedException("HELLO meant for somebody else");
    }
    if (!Identity.verify(key, CONTEXT, content(side, exporter, hello), hello.signature())) {
      throw new MalformedException("HELLO with a wrong signature");
    }
  }

  static Frame.Hello open(
      Identity me, Hash to, long instance, long boot, Purpose purpose, long clock) {
    return new Frame.Hello(
        VERSION,
        VERSION,
        me.publicKey(),
        to,
        instance,
        boot,
        purpose,
        FEATURES,
        clock,
        new byte[0]);
  }

  private static Frame.Hello with(Frame.Hello h, byte[] signature) {
    return new Frame.Hello(
        h.leastVersion(),
        h.mostVersion(),
        h.publicKey(),
        h.dialled(),
        h.instance(),
        h.boot(),
        h.purpose(),
        h.features(),
        h.clock(),
        signature);
  }

  private static byte[] content(Side side, byte[] exporter, Frame.Hello h) {
    return new CanonicalWriter()
        .u8(side.ordinal())
        .raw(exporter)
        .i32(h.leastVersion())
        .i32(h.mostVersion())
        .block(h.publicKey())
        .hash(h.dialled())
        .i64(h.instance())
        .i64(h.boot())
        .u8(h.purpose().ordinal())
        .i64(h.features())
        .i64(h.clock())
        .bytes();
  }
}
