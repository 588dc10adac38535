package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.GroupBody;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.model.VerbBody;

/**
 * A body ↔ its bytes. Every body of every kind begins with a version and the message id, so that an
 * unknown one still has a name.
 */
public final class BodyCodec {
  private static final int VERSION = 1;

  /** Names on a card: more would not be read. */
  private static final int MAX_NAMES = 8;

  /** The longest file name of any file system, in bytes of UTF-8. */
  private static final int MAX_NAME = 1024;

  /** An {@link Body.OfferState} always has this length: version, two ids, verdict. */
  static final int OFFER_STATE_BYTES = 1 + 2 * MessageId.BYTES + 1;

  private BodyCodec() {}

  public static byte[] encode(Body body) {
    var out = new CanonicalWriter().u8(VERSION).raw(body.id().bytes());
    switch (body) {
      case Body.Text text -> out.block(CanonicalWriter.utf8(text.text()));
      case Body.Offer offer -> offer(out, offer);
      case Body.OfferState state -> out.raw(state.offer().bytes()).u8(state.verdict().ordinal());
      case SealedBody sealed -> SealedBodies.encode(out, sealed);
      case AutoBody auto -> AutoBodies.encode(out, auto);
      case VerbBody verb -> VerbBodies.encode(out, verb);
      case GroupBody group -> GroupBodies.write(out, group);
      case BoardBody board -> BoardBodies.write(out, board);
      case Body.Unknown _ -> throw new IllegalArgumentException("an unknown body is not said");
    }
    return out.bytes();
  }

  public static int kind(Body body) {
    return switch (body) {
      case Body.Text _ -> Body.TEXT;
      case Body.Offer _ -> Body.OFFER;
      case Body.OfferState _ -> Body.OFFER_STATE;
      case SealedBody sealed -> SealedBodies.kind(sealed);
      case AutoBody auto -> AutoBodies.kind(auto);
      case VerbBody verb -> VerbBodies.kind(verb);
      case GroupBody group -> GroupBodies.kind(group);
      case BoardBody board -> BoardBodies.kind(board);
      case Body.Unknown unknown -> unknown.kind();
    };
  }

  /** Decodes a body; one of an unknown kind or version is {@link Body.Unknown}. */
  public static Body decode(int kind, byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    int version = in.u8();
    var id = MessageId.of(in.raw(MessageId.BYTES));
    if (version != VERSION) return new Body.Unknown(id, kind);
    Body body =
        switch (kind) {
          case Body.TEXT -> new Body.Text(id, text(in));
          case Body.OFFER -> offer(in, id);
          case Body.OFFER_STATE -> state(in, id);
          case AutoBody.AUTO_REPLY -> AutoBodies.decode(in, id);
          default -> {
            if (SealedBodies.has(kind)) yield SealedBodies.decode(kind, id, in);
            var verb = VerbBodies.decode(kind, in, id);
            if (verb.isPresent()) yield verb.get();
            var board = BoardBodies.read(kind, in, id);
            yield board.isPresent() ? board.get() : GroupBodies.read(kind, in, id);
          }
        };
    if (body == null) return new Body.Unknown(id, kind);
    in.end();
    return body;
  }

  /** What a search looks through, in lower case. */
  public static String words(Body body) {
    var words =
        switch (body) {
          case Body.Text text -> text.text();
          case Body.Offer offer -> offer.note() + "\n" + String.join("\n", offer.summary().names());
          case VerbBody.RichText rich -> rich.text();
          case BoardBody.Announced said -> said.title() + "\n" + said.text();
          case AutoBody auto -> AutoBodies.words(auto);
          // What lies in an envelope is found by nobody who searches.
          case SealedBody _,
              BoardBody _,
              VerbBody _,
              GroupBody _,
              Body.OfferState _,
              Body.Unknown _ ->
              "";
        };
    return words.toLowerCase(Locale.ROOT);
  }

  private static String text(CanonicalReader in) throws MalformedException {
    return CanonicalReader.utf8(in.block(Body.MAX_TEXT));
  }

  private static void offer(CanonicalWriter out, Body.Offer offer) {
    var summary = offer.summary();
    var names = summary.names().stream().limit(MAX_NAMES).toList();
    out.text(offer.note()).u8(names.size());
    names.forEach(out::text);
    out.u8(summary.folder() ? 1 : 0)
        .i32(summary.files())
        .i64(summary.bytes())
        .hash(summary.manifest())
        .i32(summary.manifestBytes());
  }

  private static Body.Offer offer(CanonicalReader in, MessageId id) throws MalformedException {
    var note = in.text(Body.MAX_TEXT / 2);
    int count = in.u8();
    CanonicalReader.check(count <= MAX_NAMES, "too many names");
    var names = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) names.add(in.text(MAX_NAME));
    int folder = in.u8();
    CanonicalReader.check(folder <= 1, "not a boolean");
    int files = in.i32();
    CanonicalReader.check(files >= 0 && files <= Manifest.MAX_ENTRIES, "number of files");
    long bytes = in.i64(0, Long.MAX_VALUE);
    var manifest = in.hash();
    int manifestBytes = in.i32();
    CanonicalReader.check(manifestBytes > 0, "empty manifest");
    return new Body.Offer(
        id,
        note,
        new Manifest.Summary(
            List.copyOf(names), folder == 1, files, bytes, manifest, manifestBytes));
  }

  private static Body.OfferState state(CanonicalReader in, MessageId id) throws MalformedException {
    var offer = MessageId.of(in.raw(MessageId.BYTES));
    int verdict = in.u8();
    var all = Body.Verdict.values();
    CanonicalReader.check(verdict < all.length, "verdict");
    return new Body.OfferState(id, offer, all[verdict]);
  }
}
