package paloma.cli.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import paloma.core.Delivery;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Query;
import paloma.model.Transfer;

/** What is said and what was said. */
record TalkRequests(Messenger messenger) {
  /** Rows of somebody who names no limit: about a screen. */
  private static final int LIMIT = 50;

  Map<String, Handler> handlers() {
    return Map.of(
        "send", this::send,
        "read", Handler.rows(this::read),
        "history", Handler.rows(this::history));
  }

  /** Said in the order of the requests; committed together with what else was asked meanwhile. */
  private Handler.Finish send(Request request) {
    var saying = VerbRequests.saying(messenger, request);
    boolean lock = request.flag("lock");
    boolean seal = lock || request.flag("seal");
    if (seal && !saying.plain()) throw Problem.usage("sealed-plain").exception();
    var state = request.optional("wait").map(TalkRequests::state);
    var patience = request.patience();
    var said = new ArrayList<CompletableFuture<Message>>();
    for (var to : recipients(request)) {
      said.add(
          seal
              ? messenger.sealed().sayLater(to, saying.text(), lock)
              : messenger.sayLater(to, saying));
    }
    return reply -> {
      var messages = new ArrayList<Message>();
      for (var one : said) messages.add(joined(one));
      var deliveries = deliveries(messages, state, patience);
      var row = Rows.sent(deliveries);
      row.put("left", left(messages));
      reply.row(row);
      boolean enough =
          state.isEmpty()
              || deliveries.stream().allMatch(d -> d.state().compareTo(state.get()) >= 0);
      return enough ? Exit.DONE : Exit.TIMED_OUT;
    };
  }

  /** With how many colleagues the messages wait; the fewest of several. */
  private int left(List<Message> messages) {
    return messages.stream().mapToInt(m -> messenger.courier().waiting(m.id())).min().orElse(0);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private LinkedHashSet<ConversationId> recipients(Request request) {
    var all = new LinkedHashSet<ConversationId>();
    all.add(messenger.resolveConversation(request.text("conversation")));
    for (var words : request.texts("to")) {
      all.add(messenger.resolveConversation(words));
    }
    return all;
  }

  private static Message.State state(String word) {
    return switch (word) {
      case "sent" -> Message.State.SENT;
      case "delivered" -> Message.State.DELIVERED;
      case "read" -> Message.State.READ;
      default -> throw Problem.usage("request-field", "wait").exception();
    };
  }

  private List<Delivery> deliveries(
      List<Message> messages, Optional<Message.State> state, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var deliveries = new ArrayList<Delivery>();
    for (var message : messages) {
      var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      deliveries.add(
          state.isEmpty()
              ? messenger.delivery(message.id())
              : messenger.awaitDelivery(message.id(), state.get(), left));
    }
    return deliveries;
  }

  private void read(Request request, Reply reply) {
    var conversation = messenger.resolveConversation(request.text("conversation"));
    reply.row(
        Rows.conversation(
            request.flag("undo")
                ? messenger.verbs().markUnread(conversation)
                : messenger.read(conversation)));
  }

  private void history(Request request, Reply reply) {
    var query =
        new Query(
            messenger.resolveConversation(request.text("conversation")),
            null,
            null,
            request.instant("since").orElse(null),
            null,
            request.optional("before").isPresent()
                ? VerbRequests.known(messenger, request.message("before")).id()
                : null,
            null,
            request.number("limit", LIMIT));
    var rows = rows(messenger);
    messenger.messages(query).forEach(message -> reply.row(rows.row(message)));
  }

  /** The rows of messages, with names and paths as this messenger knows them. */
  static MessageRows rows(Messenger messenger) {
    var me = messenger.me();
    return new MessageRows(
        author ->
            me.devices().contains(author)
                ? me.name()
                : messenger.peer(author).map(Peer::name).orElse(""),
        offer ->
            messenger.transfersOf(offer).stream()
                .map(Transfer::path)
                .filter(path -> path != null)
                .findFirst()
                .orElse(null));
  }
}
