package paloma.core;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import paloma.model.BoardBody;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Trust;
import paloma.model.VerbBody;
import paloma.peers.PeerBook;
import paloma.store.Database;

/** Words on their way into a conversation. Thread-safe. */
final class Speech {
  private final Correspondence correspondence;
  private final Exchange exchange;
  private final PeerBook peers;
  private final Groups groups;
  private final Appearance appearance;
  private final Archive archive;
  private final Boards boards;

  Speech(
      Correspondence correspondence,
      Exchange exchange,
      PeerBook peers,
      Groups groups,
      Appearance appearance,
      Archive archive,
      Boards boards) {
    this.correspondence = correspondence;
    this.exchange = exchange;
    this.peers = peers;
    this.groups = groups;
    this.appearance = appearance;
    this.archive = archive;
    this.boards = boards;
  }

  /** Says something; complete when it is durable. Text above 32 KiB becomes a text file. */
  CompletableFuture<Message> later(ConversationId to, Saying saying) {
    var others = listeners(to, saying.text());
    return saying.fits()
        ? correspondence.say(to, others, saying.body())
        : CompletableFuture.completedFuture(exchange.offerText(to, others, saying.text()));
  }

  /** Who hears these words there; refuses what says nothing too. */
  List<DeviceId> listeners(ConversationId to, String text) {
    if (text.isBlank()) throw Problem.usage("text-empty").exception();
    return listeners(to);
  }

  /** Who hears what is said there; refuses where nobody may. Whoever is spoken to is known. */
  List<DeviceId> listeners(ConversationId to) {
    archive.checkNotImported(to);
    if (boards.includes(to)) throw Problem.refused("announce-only").exception();
    var others = correspondence.others(to);
    if (!groups.takesPart(to)) {
      if (others.isEmpty()) appearance.checkNotes(to);
      if (others.stream().anyMatch(this::blocked)) {
        throw Problem.refused("peer-blocked").exception();
      }
    }
    others.stream().filter(o -> !blocked(o)).forEach(correspondence::met);
    return others;
  }

  /** Says what is done with a message wherever it stands; complete when it is durable. */
  void verb(Message about, VerbBody verb) {
    if (!(about.body() instanceof BoardBody)) {
      var to = about.conversation();
      Database.await(correspondence.say(to, listeners(to), verb));
      return;
    }
    // An announcement is heard, not talked about; all its author can do is take it back.
    if (!(verb instanceof VerbBody.Recall)) throw Problem.refused("announce-only").exception();
    for (var board : boards.places(about.id())) {
      var recall = new VerbBody.Recall(MessageId.random(), about.id());
      Database.await(correspondence.say(board.id(), List.of(), recall));
    }
  }

  private boolean blocked(DeviceId id) {
    return peers.trustOf(id) == Trust.BLOCKED;
  }
}
