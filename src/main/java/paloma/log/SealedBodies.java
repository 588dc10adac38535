package paloma.log;

import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.SealedBody;

/** Sealed messages and their openings ↔ what follows version and id in their bodies. */
final class SealedBodies {
  private SealedBodies() {}

  static boolean has(int kind) {
    return kind == SealedBody.SEALED || kind == SealedBody.OPENED;
  }

  static int kind(SealedBody body) {
    return switch (body) {
      case SealedBody.Sealed _ -> SealedBody.SEALED;
      case SealedBody.Opened _ -> SealedBody.OPENED;
    };
  }

  static void encode(CanonicalWriter out, SealedBody body) {
    switch (body) {
      case SealedBody.Sealed sealed ->
          out.u8(sealed.locked() ? 1 : 0).block(CanonicalWriter.utf8(sealed.text()));
      case SealedBody.Opened opened -> out.raw(opened.message().bytes()).i64(opened.time());
    }
  }

  static SealedBody decode(int kind, MessageId id, CanonicalReader in) throws MalformedException {
    if (kind == SealedBody.OPENED) {
      return new SealedBody.Opened(id, MessageId.of(in.raw(MessageId.BYTES)), in.i64());
    }
    int locked = in.u8();
    CanonicalReader.check(locked <= 1, "not a boolean");
    var text = CanonicalReader.utf8(in.block(Body.MAX_TEXT));
    CanonicalReader.check(!text.isEmpty(), "an empty envelope");
    return new SealedBody.Sealed(id, text, locked == 1);
  }
}
