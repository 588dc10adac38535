package paloma.cli.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import paloma.core.Messenger;
import paloma.core.Saying;
import paloma.model.Conversation;
import paloma.model.Conversation.Look;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;

/** What is done with messages and conversations that are there. */
record VerbRequests(Messenger messenger) {
  /** Instead of a person: everybody in the conversation. */
  private static final String ALL = "@all";

  Map<String, Handler> handlers() {
    return Map.ofEntries(
        Map.entry("edit", Handler.rows(this::edit)),
        Map.entry("recall", Handler.rows(this::recall)),
        Map.entry("react", Handler.rows(this::react)),
        Map.entry("nudge", Handler.rows(this::nudge)),
        Map.entry("forward", Handler.rows(this::forward)),
        Map.entry("delete", Handler.rows(this::delete)),
        Map.entry("pin", Handler.rows(this::pin)),
        Map.entry("mute", Handler.rows(this::mute)),
        Map.entry("remind", Handler.rows(this::remind)),
        Map.entry("receipts", Handler.rows(this::receipts)));
  }

  /** The words of a request, with what they answer and whom they call. */
  static Saying saying(Messenger messenger, Request request) {
    var saying = Saying.of(request.text("text"));
    if (request.optional("reply").isPresent()) {
      saying = saying.answering(known(messenger, request.message("reply")).id());
    }
    var called = new ArrayList<DeviceId>();
    boolean all = false;
    for (var words : request.texts("mention")) {
      if (words.equals(ALL)) all = true;
      else called.add(messenger.resolvePeer(words).id());
    }
    return saying.calling(called, all);
  }

  static Message known(Messenger messenger, MessageId id) {
    return messenger
        .message(id)
        .orElseThrow(() -> Problem.unknown("unknown-message", id.text()).exception());
  }

  private void edit(Request request, Reply reply) {
    var saying = saying(messenger, request);
    row(reply, messenger.verbs().edit(request.message("message"), saying));
  }

  private void recall(Request request, Reply reply) {
    row(reply, messenger.verbs().recall(request.message("message")));
  }

  private void react(Request request, Reply reply) {
    var emoji = request.text("emoji").strip();
    boolean on = !request.flag("remove");
    row(reply, messenger.verbs().react(request.message("message"), emoji, on));
  }

  private void nudge(Request request, Reply reply) {
    var conversation = messenger.resolveConversation(request.text("peer"));
    messenger.verbs().nudge(conversation);
    reply.row(Rows.conversation(messenger.conversation(conversation)));
  }

  private void forward(Request request, Reply reply) {
    var to = messenger.resolveConversation(request.text("conversation"));
    row(reply, messenger.verbs().forward(request.message("message"), to));
  }

  private void delete(Request request, Reply reply) {
    reply.row(Rows.conversation(messenger.verbs().delete(request.message("message"))));
  }

  private void pin(Request request, Reply reply) {
    boolean on = !request.flag("remove");
    var message = messageOf(request.text("what"));
    if (message.isPresent()) {
      row(reply, messenger.verbs().pin(message.get(), on));
    } else {
      var conversation = messenger.resolveConversation(request.text("what"));
      reply.row(Rows.conversation(messenger.verbs().pin(conversation, on)));
    }
  }

  /** The message that these words name; else they mean a conversation. */
  private Optional<MessageId> messageOf(String words) {
    return MessageId.parse(words).flatMap(messenger::message).map(Message::id);
  }

  private void mute(Request request, Reply reply) {
    var until = request.flag("off") ? null : request.instant("until").orElse(Look.FOREVER);
    var conversation = messenger.resolveConversation(request.text("conversation"));
    reply.row(Rows.conversation(messenger.verbs().mute(conversation, until)));
  }

  private void remind(Request request, Reply reply) {
    for (var peer : messenger.verbs().remind(request.message("message"))) {
      var row = new LinkedHashMap<String, Object>();
      row.put("peer", peer.text());
      row.put("name", name(peer));
      row.put("confirmed", false);
      reply.row(row);
    }
  }

  private void receipts(Request request, Reply reply) {
    var message = messageOf(request.text("what"));
    if (request.optional("tell").isPresent()) {
      var conversation =
          message
              .map(id -> known(messenger, id).conversation())
              .orElseGet(() -> messenger.resolveConversation(request.text("what")));
      reply.row(Rows.conversation(tell(conversation, request.text("tell"))));
      return;
    }
    var id = message.orElseGet(() -> request.message("what"));
    for (var receipt : messenger.verbs().receipts(id)) {
      var row = new LinkedHashMap<String, Object>();
      row.put("peer", receipt.reader().text());
      row.put("name", name(receipt.reader()));
      row.put("delivered", receipt.delivered());
      row.put("read", receipt.read());
      reply.row(row);
    }
  }

  private Conversation tell(ConversationId conversation, String word) {
    Boolean tell =
        switch (word) {
          case "yes" -> Boolean.TRUE;
          case "no" -> Boolean.FALSE;
          case "usual" -> null;
          default -> throw Problem.usage("option-value", "--tell", word).exception();
        };
    return messenger.verbs().tellRead(conversation, tell);
  }

  private String name(DeviceId peer) {
    return messenger.peer(peer).map(Peer::name).orElse("");
  }

  private void row(Reply reply, Message message) {
    reply.row(TalkRequests.rows(messenger).row(message));
  }
}
