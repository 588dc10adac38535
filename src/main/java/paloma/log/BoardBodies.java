package paloma.log;

import java.util.Optional;
import paloma.model.BoardBody;
import paloma.model.BoardBody.Announced;
import paloma.model.BoardBody.Confirmed;
import paloma.model.BoardBody.Opened;
import paloma.model.BoardBody.Priority;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceKey;
import paloma.model.MalformedException;
import paloma.model.MessageId;

/** What follows version and id in the body of a {@link BoardBody}. Pure. */
final class BoardBodies {
  private BoardBodies() {}

  static int kind(BoardBody body) {
    return switch (body) {
      case Announced _ -> BoardBody.ANNOUNCED;
      case Confirmed _ -> BoardBody.CONFIRMED;
      case Opened _ -> BoardBody.OPENED;
    };
  }

  static void write(CanonicalWriter out, BoardBody body) {
    switch (body) {
      case Announced said ->
          out.u8(said.priority().ordinal())
              .u8(said.confirm() ? 1 : 0)
              .text(said.by())
              .text(said.title())
              .block(CanonicalWriter.utf8(said.text()));
      case Confirmed given -> out.raw(given.target().bytes());
      case Opened opened -> out.hash(opened.key().raw()).text(opened.department());
    }
  }

  /** Empty for a kind that is none of these. */
  static Optional<BoardBody> read(int kind, CanonicalReader in, MessageId id)
      throws MalformedException {
    return switch (kind) {
      case BoardBody.ANNOUNCED -> Optional.of(announced(in, id));
      case BoardBody.CONFIRMED ->
          Optional.of(new Confirmed(id, MessageId.of(in.raw(MessageId.BYTES))));
      case BoardBody.OPENED ->
          Optional.of(new Opened(id, new DeviceKey(in.hash()), in.text(BoardBody.MAX_NAME)));
      default -> Optional.empty();
    };
  }

  private static Announced announced(CanonicalReader in, MessageId id) throws MalformedException {
    int priority = in.u8();
    CanonicalReader.check(priority < Priority.values().length, "priority");
    int confirm = in.u8();
    CanonicalReader.check(confirm <= 1, "not a boolean");
    var by = in.text(BoardBody.MAX_NAME);
    var title = in.text(BoardBody.MAX_TITLE);
    var text = CanonicalReader.utf8(in.block(Body.MAX_TEXT));
    return new Announced(id, Priority.values()[priority], confirm == 1, by, title, text);
  }
}
