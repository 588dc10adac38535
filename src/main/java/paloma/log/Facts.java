package paloma.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.Body;
import paloma.model.MalformedException;
import paloma.model.Message;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;
import paloma.store.LogStore;
import paloma.store.TimelineStore.Entry;
import paloma.store.Tx;

/**
 * What was done with the messages of the timeline. Reads the database; a plain row costs nothing.
 */
public final class Facts {
  private static final Message.Facts RECALLED =
      new Message.Facts(null, true, null, Mentions.NOBODY, Map.of(), false, "");

  private final VerbRows rows;
  private final LogStore logs;

  public Facts(VerbRows rows, LogStore logs) {
    this.rows = rows;
    this.logs = logs;
  }

  /** One wording of a message, and since when its author says it so. */
  public record Version(Instant since, String text) {}

  /** What a body looks like in a row: words are words, whatever else they carry. */
  public static Body plain(Body body) {
    return body instanceof VerbBody.RichText rich ? new Body.Text(rich.id(), rich.text()) : body;
  }

  /** The facts of a message that was said just now. */
  public static Message.Facts ofNew(Body body) {
    return body instanceof VerbBody.RichText rich
        ? new Message.Facts(
            null, false, rich.reply(), rich.mentions(), Map.of(), false, rich.forwardedFrom())
        : Message.Facts.NONE;
  }

  Message.Facts of(Tx tx, Entry row) {
    if (row.recalled()) return RECALLED;
    if (row.rich() == null && !row.touched()) return Message.Facts.NONE;
    var rich = rich(row);
    var folded = row.touched() ? folded(tx, row) : NOTHING;
    var edit = folded.newest();
    return new Message.Facts(
        edit.map(Folding.Said::shown).orElse(null),
        false,
        rich.map(VerbBody.RichText::reply).orElse(null),
        edit.map(said -> ((VerbBody.Edit) said.body()).mentions())
            .or(() -> rich.map(VerbBody.RichText::mentions))
            .orElse(Mentions.NOBODY),
        folded.reactions(),
        folded.pinned(),
        rich.map(VerbBody.RichText::forwardedFrom).orElse(""));
  }

  private static final Folding.Folded NOTHING =
      new Folding.Folded(false, List.of(), Map.of(), false);

  private Folding.Folded folded(Tx tx, Entry row) {
    var all = rows.said(tx, row.id(), row.log());
    return Folding.fold(row.log().author(), row.kind() == Body.TEXT, all);
  }

  private static Optional<VerbBody.RichText> rich(Entry row) {
    if (row.rich() == null) return Optional.empty();
    try {
      return BodyCodec.decode(VerbBody.RICH_TEXT, row.rich()) instanceof VerbBody.RichText rich
          ? Optional.of(rich)
          : Optional.empty();
    } catch (MalformedException damaged) {
      return Optional.empty();
    }
  }

  /** All wordings of a message, oldest first; none of one that was taken back. */
  List<Version> versions(Tx tx, Entry row) {
    if (row.recalled()) return List.of();
    var versions = new ArrayList<Version>();
    FirstWords.of(tx, logs, row.log(), row.seq(), row.id())
        .ifPresent(text -> versions.add(new Version(row.shown(), text)));
    for (var said : folded(tx, row).versions()) {
      if (said.body() instanceof VerbBody.Edit edit) {
        versions.add(new Version(said.shown(), edit.text()));
      }
    }
    return List.copyOf(versions);
  }
}
