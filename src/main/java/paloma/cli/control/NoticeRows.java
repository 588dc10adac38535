package paloma.cli.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.settings.Words;

/**
 * Notices as the rows of {@code watch}: the fields of the noun, the event before and a time after.
 */
public record NoticeRows(Messenger messenger, Words words) {
  public Map<String, Object> row(NoticeQueue.Timed timed) {
    return switch (timed.notice()) {
      case Notice.Started(var status) -> row("started", Rows.status(status), timed.at());
      case Notice.Stopping() -> row("stopping", Map.of(), timed.at());
      case Notice.PeerAppeared(var peer) -> row("peer-appeared", Rows.peer(peer), timed.at());
      case Notice.PeerChanged(var peer) -> row("peer-changed", Rows.peer(peer), timed.at());
      case Notice.PeerLeft(var peer) -> row("peer-left", Rows.peer(peer), timed.at());
      case Notice.TrustChanged(var peer) -> row("trust-changed", Rows.peer(peer), timed.at());
      case Notice.MessageReceived(var message) ->
          row("message-received", TalkRequests.rows(messenger).row(message), timed.at());
      case Notice.MessageChanged(var message) ->
          row("message-changed", TalkRequests.rows(messenger).row(message), timed.at());
      case Notice.MessageDeleted(var conversation, var message) ->
          row(
              "message-deleted",
              Map.of("message", message.text(), "conversation", conversation.text()),
              timed.at());
      case Notice.Typing(var conversation, var peer) ->
          row("typing", Rows.gesture(conversation, peer, name(peer)), timed.at());
      case Notice.Nudged(var conversation, var peer) ->
          row("nudge", Rows.gesture(conversation, peer, name(peer)), timed.at());
      case Notice.Reminded(var message) ->
          row("reminder", TalkRequests.rows(messenger).row(message), timed.at());
      case Notice.ConversationChanged(var conversation) ->
          row("conversation-changed", Rows.conversation(conversation), timed.at());
      case Notice.GroupChanged(var group) ->
          row("group-changed", GroupRows.row(group, messenger), timed.at());
      case Notice.OfferReceived(var message, var transfer) -> {
        var row = Rows.transfer(transfer, words);
        row.put("message", message.id().text());
        row.put("author", message.author().text());
        yield row("offer-received", row, timed.at());
      }
      case Notice.TransferProgress(var transfer) ->
          row("transfer-progress", Rows.transfer(transfer, words), timed.at());
      case Notice.TransferFinished(var transfer) ->
          row("transfer-finished", Rows.transfer(transfer, words), timed.at());
      case Notice.TransferFailed(var transfer) ->
          row("transfer-failed", Rows.transfer(transfer, words), timed.at());
      case Notice.UpdateChanged(var update, var news) ->
          row(
              news ? "update-available" : "update-changed",
              update
                  .map(u -> UpdateRequests.row(u, messenger, words))
                  .orElseGet(UpdateRequests::nothing),
              timed.at());
      case Notice.NetworkChanged(var interfaces) ->
          row("network-changed", Map.of("interfaces", interfaces), timed.at());
      case Notice.ProblemArose(var problem) ->
          row("problem", Rows.problem(problem, words), timed.at());
    };
  }

  private String name(DeviceId peer) {
    return messenger.peer(peer).map(Peer::name).orElse("");
  }

  private static Map<String, Object> row(String event, Map<String, Object> fields, Instant at) {
    var row = new LinkedHashMap<String, Object>();
    row.put("event", event);
    row.putAll(fields);
    row.put("at", Rows.time(at));
    return row;
  }
}
