package paloma.mail;

import java.util.ArrayList;
import paloma.log.Page;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;

/**
 * What lies in an envelope: exactly what sync would send over a link, signed by its author, so that
 * nobody has to trust who carried it.
 */
public sealed interface Letter {
  int VERSION = 1;
  int PAGE = 1;
  int MARKER = 2;

  /** A header, a marker and a signature are never longer, in bytes. */
  int MOST_HEADER = 2 * 1024;

  int MOST_MARKER = 256;
  int SIGNATURE = 64;

  /** Events of its author's log. */
  record Events(Page page) implements Letter {}

  /** How far its reader has come in the receiver's log. */
  record Progress(byte[] marker, byte[] signature) implements Letter {}

  /** The bytes that are sealed. */
  default byte[] encode() {
    var out = new CanonicalWriter().u8(VERSION);
    switch (this) {
      case Events(var page) -> {
        var log = page.log();
        out.u8(PAGE)
            .hash(log.conversation().hash())
            .hash(log.author().hash())
            .i64(log.epoch())
            .i64(page.first())
            .block(page.signature())
            .u16(page.items().size());
        for (var item : page.items()) {
          out.block(item.header()).u8(item.body() == null ? 0 : 1);
          if (item.body() != null) out.block(item.body());
        }
      }
      case Progress(var marker, var signature) -> out.u8(MARKER).block(marker).block(signature);
    }
    return out.bytes();
  }

  static Letter decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "letter version");
    int kind = in.u8();
    CanonicalReader.check(kind == PAGE || kind == MARKER, "kind of letter");
    Letter letter =
        kind == PAGE
            ? new Events(page(in))
            : new Progress(in.block(MOST_MARKER), in.block(SIGNATURE));
    in.end();
    return letter;
  }

  private static Page page(CanonicalReader in) throws MalformedException {
    var log =
        new LogId(
            new ConversationId(in.hash()), new DeviceId(in.hash()), in.i64(1, Long.MAX_VALUE));
    long first = in.i64(1, Long.MAX_VALUE);
    byte[] signature = in.block(SIGNATURE);
    int count = in.u16();
    CanonicalReader.check(count > 0, "empty page");
    var items = new ArrayList<Page.Item>();
    for (int i = 1; i <= count; i++) {
      byte[] header = in.block(MOST_HEADER);
      int hasBody = in.u8();
      CanonicalReader.check(hasBody <= 1, "not a boolean");
      byte[] body = hasBody == 1 ? in.block(Body.MAX_BYTES) : null;
      items.add(new Page.Item(header, body, i == count ? signature : null));
    }
    return new Page(log, first, items);
  }
}
