package paloma.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Message.Position;
import paloma.model.VerbBody;

/**
 * What a message is after all that was said of it. Pure, and the same for everybody who has the
 * same events, in whatever order they came: only the places of the events decide.
 */
final class Folding {
  /** Emoji of one person that count on one message; a wall of them tells nothing. */
  private static final int MOST_REACTIONS = 8;

  private Folding() {}

  /** A verb where it stands in the timeline. */
  record Said(Position at, Instant shown, VerbBody body) {}

  /**
   * @param versions the edits that count, oldest first
   */
  record Folded(
      boolean recalled,
      List<Said> versions,
      Map<String, List<DeviceId>> reactions,
      boolean pinned) {
    /** What it says now; empty while it was never changed. */
    Optional<Said> newest() {
      return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }
  }

  /**
   * @param author of the message: nobody else may change it or take it back
   * @param words whether the message is words, which alone can be edited
   * @param verbs all that was said of it in its conversation
   */
  static Folded fold(DeviceId author, boolean words, Collection<Said> verbs) {
    var ordered = verbs.stream().sorted(Comparator.comparing(Said::at)).toList();
    var versions = new ArrayList<Said>();
    var given = new LinkedHashMap<DeviceId, Map<String, Position>>();
    boolean pinned = false;
    for (var said : ordered) {
      var by = said.at().author();
      switch (said.body()) {
        // Whatever came before or comes after: what was taken back stays so.
        case VerbBody.Recall _ when by.equals(author) -> {
          return new Folded(true, List.of(), Map.of(), false);
        }
        case VerbBody.Edit _ when words && by.equals(author) -> versions.add(said);
        case VerbBody.Reaction reaction -> {
          var own = given.computeIfAbsent(by, _ -> new LinkedHashMap<>());
          if (!reaction.on()) own.remove(reaction.emoji());
          else if (own.size() < MOST_REACTIONS) own.putIfAbsent(reaction.emoji(), said.at());
        }
        case VerbBody.Pin pin -> pinned = pin.on();
        case VerbBody.Recall _, VerbBody.Edit _, VerbBody.RichText _, VerbBody.Reminder _ -> {}
      }
    }
    return new Folded(false, List.copyOf(versions), byEmoji(given), pinned);
  }

  private record Given(String emoji, DeviceId by, Position at) {}

  private static Map<String, List<DeviceId>> byEmoji(Map<DeviceId, Map<String, Position>> given) {
    var all = new ArrayList<Given>();
    given.forEach((by, own) -> own.forEach((emoji, at) -> all.add(new Given(emoji, by, at))));
    all.sort(Comparator.comparing(Given::at));
    var reactions = new LinkedHashMap<String, List<DeviceId>>();
    for (var one : all) {
      reactions.computeIfAbsent(one.emoji, _ -> new ArrayList<>()).add(one.by);
    }
    reactions.replaceAll((_, who) -> List.copyOf(who));
    return Collections.unmodifiableMap(reactions);
  }
}
