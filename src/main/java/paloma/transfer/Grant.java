package paloma.transfer;

import java.time.Duration;
import java.time.Instant;
import paloma.frames.Frame;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.Signing;

/** The offerer's word that somebody may pull an offer until a moment of the offerer's clock. */
record Grant(MessageId offer, DeviceId receiver, Instant until) {
  static final String CONTEXT = "paloma-grant-v1";

  /** Long enough for a slow pull over a weekend; a new one is asked for on each link anyway. */
  static final Duration LIFE = Duration.ofDays(7);

  Frame.Grant signed(Signing signing) {
    var bytes =
        new CanonicalWriter()
            .raw(offer.bytes())
            .raw(receiver.bytes())
            .i64(until.toEpochMilli())
            .bytes();
    return new Frame.Grant(bytes, signing.sign(CONTEXT, bytes));
  }

  static Grant decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    var grant =
        new Grant(
            MessageId.of(in.raw(MessageId.BYTES)),
            DeviceId.of(in.raw(paloma.model.Hash.BYTES)),
            Instant.ofEpochMilli(in.i64()));
    in.end();
    return grant;
  }

  /** Whether this lets somebody pull, when it is signed by the offerer. */
  static boolean holds(
      Frame.Grant frame,
      Grant grant,
      DeviceId offerer,
      DeviceId receiver,
      Instant now,
      Signing signing) {
    return grant.receiver.equals(receiver)
        && now.isBefore(grant.until)
        && signing.verify(offerer, CONTEXT, frame.grant(), frame.signature());
  }
}
