package paloma.frames;

import paloma.model.Body;
import paloma.model.Envelope;
import paloma.model.Manifest;
import paloma.model.Picture;

/** The types of frames, with the most bytes each may have. Numbers and limits are wire format. */
public enum FrameType {
  HELLO(1, Frame.Hello.class, Limits.HELLO),
  PING(2, Frame.Ping.class, 64),
  PONG(3, Frame.Pong.class, 64),
  BYE(4, Frame.Bye.class, 256),
  REGISTER(10, Frame.Register.class, 4 * 1024),
  DIGEST(11, Frame.Digest.class, 64),
  VECTORS(12, Frame.Vectors.class, Limits.CONTROL),
  EVENTS(13, Frame.Events.class, Limits.EVENTS),
  MARKERS(14, Frame.Markers.class, Limits.CONTROL),
  REFUSAL(15, Frame.Refusal.class, 512),
  SIGNAL(16, Frame.Signal.class, 128),
  RELEASES(17, Frame.Releases.class, 10 * 1024),
  DEPOSIT(18, Frame.Deposit.class, Envelope.MOST_BYTES + 64),
  DEPOSIT_ANSWER(19, Frame.DepositAnswer.class, 64),
  MAIL_FOR(20, Frame.MailFor.class, 16 * 1024),
  FOUNDING(21, Frame.Founding.class, 40 * 1024),
  WANT_BLOB(24, Frame.WantBlob.class, 64),
  BLOB(25, Frame.Blob.class, Picture.MAX_BYTES + 64),
  ASK_GRANT(30, Frame.AskGrant.class, 64),
  GRANT(31, Frame.Grant.class, 512),
  WANT_MANIFEST(32, Frame.WantManifest.class, 64),
  MANIFEST_PART(33, Frame.ManifestPart.class, Limits.CONTROL),
  WANT(34, Frame.Want.class, 64),
  HASH_PAGE(35, Frame.HashPage.class, 4 * 1024),
  CHUNK(36, Frame.Chunk.class, Manifest.CHUNK + 64),
  TROUBLE(37, Frame.Trouble.class, 1024);

  /** Bounds that several types share, in bytes. */
  public static final class Limits {
    /** Before the key is proved nobody may make us hold more. */
    public static final int HELLO = 4 * 1024;

    /** Pages are made to fit: large enough to be few, small enough to be cheap to refuse. */
    public static final int CONTROL = 64 * 1024;

    /** A page of events: several of the longest bodies and their headers. */
    public static final int EVENTS = 8 * Body.MAX_BYTES;

    private Limits() {}
  }

  private static final FrameType[] BY_CODE = new FrameType[256];

  static {
    for (var type : values()) BY_CODE[type.code] = type;
  }

  final int code;
  final Class<? extends Frame> frame;
  final int limit;

  FrameType(int code, Class<? extends Frame> frame, int limit) {
    this.code = code;
    this.frame = frame;
    this.limit = limit;
  }

  /** Null for a code of another version. */
  static FrameType of(int code) {
    return BY_CODE[code & 0xff];
  }
}
