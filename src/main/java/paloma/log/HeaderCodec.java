package paloma.log;

import java.util.ArrayList;
import java.util.List;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.EventHeader;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.MalformedException;

/** An event's header ↔ the bytes that are signed and chained. */
public final class HeaderCodec {
  private static final int VERSION = 1;

  /** Order keys stay far from where adding one would overflow, whatever a peer claims. */
  static final long MAX_ORDER = 1L << 53;

  private static final String HASH_CONTEXT = "paloma-header-v1";

  private HeaderCodec() {}

  public static byte[] encode(EventHeader header) {
    var out =
        new CanonicalWriter()
            .u8(VERSION)
            .u16(header.kind())
            .hash(header.conversation().hash())
            .hash(header.author().hash())
            .i64(header.epoch())
            .i64(header.seq())
            .hash(header.previous())
            .u8(header.heads().size());
    for (var head : header.heads()) {
      out.hash(head.author().hash()).i64(head.epoch()).i64(head.seq()).hash(head.hash());
    }
    return out.hash(header.membership())
        .i64(header.order())
        .i64(header.shownTime())
        .hash(header.bodyHash())
        .i32(header.bodyLength())
        .bytes();
  }

  public static EventHeader decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "header version");
    int kind = in.u16();
    var conversation = new ConversationId(in.hash());
    var author = new DeviceId(in.hash());
    long epoch = in.i64(1, Long.MAX_VALUE);
    long seq = in.i64(1, Long.MAX_VALUE);
    var previous = in.hash();
    CanonicalReader.check((seq == 1) == previous.equals(Hash.ZERO), "previous of the first");
    var heads = heads(in);
    var membership = in.hash();
    long order = in.i64(1, MAX_ORDER);
    long shownTime = in.i64();
    var bodyHash = in.hash();
    int bodyLength = in.i32();
    CanonicalReader.check(bodyLength >= 0, "negative body");
    in.end();
    return new EventHeader(
        kind,
        conversation,
        author,
        epoch,
        seq,
        previous,
        heads,
        membership,
        order,
        shownTime,
        bodyHash,
        bodyLength);
  }

  private static List<Head> heads(CanonicalReader in) throws MalformedException {
    int count = in.u8();
    CanonicalReader.check(count <= EventHeader.MAX_HEADS, "too many heads");
    var heads = new ArrayList<Head>(count);
    for (int i = 0; i < count; i++) {
      var head =
          new Head(
              new DeviceId(in.hash()),
              in.i64(1, Long.MAX_VALUE),
              in.i64(1, Long.MAX_VALUE),
              in.hash());
      CanonicalReader.check(heads.isEmpty() || before(heads.getLast(), head), "heads unsorted");
      heads.add(head);
    }
    return List.copyOf(heads);
  }

  /** Heads stand in the order of author and epoch: one set of heads, one encoding. */
  static boolean before(Head one, Head other) {
    int by = one.author().compareTo(other.author());
    return by < 0 || by == 0 && one.epoch() < other.epoch();
  }

  /** The value that the next header names as its previous one. */
  public static Hash hash(byte[] header) {
    return Hash.inContext(HASH_CONTEXT, header);
  }
}
