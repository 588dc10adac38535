package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Peer;

/** What of a message's words is drawn as a call. JavaFX thread. */
final class CallMarks {
  /**
   * Names that are marked behind an @.
   *
   * @param mine those that mean us
   */
  record Marks(List<String> others, List<String> mine) {
    static final Marks NONE = new Marks(List.of(), List.of());

    List<String> all() {
      var all = new ArrayList<>(mine);
      all.addAll(others);
      return all;
    }
  }

  private final Party party;
  private final Function<DeviceId, String> names;

  CallMarks(Party party, Function<DeviceId, String> names) {
    this.party = party;
    this.names = names;
  }

  Marks of(Message message) {
    var mentions = message.facts().mentions();
    if (mentions.nobody()) return Marks.NONE;
    var others = new ArrayList<String>();
    var mine = new ArrayList<String>();
    for (var who : mentions.who()) {
      var list = who.equals(party.us()) ? mine : others;
      list.add(party.known(who).map(Peer::name).orElseGet(() -> names.apply(who)));
    }
    if (mentions.all()) (message.own() ? others : mine).addAll(Calls.everybody());
    return new Marks(others, mine);
  }

  /** Whether a message of somebody else calls us. */
  boolean callsUs(Message message) {
    return !message.own()
        && party.group().get() != null
        && message.facts().mentions().include(party.us());
  }
}
