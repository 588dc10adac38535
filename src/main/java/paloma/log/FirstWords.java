package paloma.log;

import java.util.Optional;
import paloma.model.Body;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.store.LogStore;
import paloma.store.LogStore.Stored;
import paloma.store.Tx;

/** What the event of a message said before anybody changed it. */
final class FirstWords {
  private FirstWords() {}

  /** Empty where they vanished, or where the event is no words. */
  static Optional<String> of(Tx tx, LogStore logs, LogId log, long seq, MessageId id) {
    return logs.events(tx, log, seq, 1).stream()
        .filter(event -> event.seq() == seq && event.body() != null)
        .findFirst()
        .flatMap(event -> words(event, id));
  }

  private static Optional<String> words(Stored event, MessageId id) {
    try {
      int kind = HeaderCodec.decode(event.header()).kind();
      return switch (BodyCodec.decode(kind, event.body())) {
        case Body.Text text when text.id().equals(id) -> Optional.of(text.text());
        case VerbBody.RichText rich when rich.id().equals(id) -> Optional.of(rich.text());
        default -> Optional.empty();
      };
    } catch (MalformedException damaged) {
      return Optional.empty();
    }
  }
}
