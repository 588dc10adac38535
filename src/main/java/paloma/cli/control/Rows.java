package paloma.cli.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import paloma.core.Delivery;
import paloma.core.Metrics;
import paloma.core.Status;
import paloma.doctor.Check;
import paloma.model.Conversation;
import paloma.model.Conversation.Look;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.settings.Words;

/** The nouns as JSON objects: names and order of the fields are a contract. Pure. */
public final class Rows {
  private Rows() {}

  /** Milliseconds are enough for eyes and sort well. */
  public static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static Map<String, Object> peer(Peer peer) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", peer.id().text());
    row.put("name", peer.name());
    row.put("department", peer.profile().department());
    row.put("host", peer.profile().host());
    row.put("presence", peer.presence().word());
    row.put("status", peer.profile().status());
    row.put("trust", peer.trust().word());
    row.put("wire", peer.wire());
    row.put("addresses", peer.addresses().stream().map(Endpoint::toString).toList());
    row.put("lastSeen", time(peer.lastSeen()));
    row.put("title", peer.profile().title());
    row.put("phone", peer.profile().phone());
    var avatar = peer.profile().avatar();
    row.put("avatar", avatar == null ? null : avatar.hex());
    return row;
  }

  public static Map<String, Object> me(Peer me, String fingerprint) {
    var row = peer(me);
    row.put("fingerprint", fingerprint);
    return row;
  }

  public static Map<String, Object> conversation(Conversation conversation) {
    var row = new LinkedHashMap<String, Object>();
    row.put("conversation", conversation.id().text());
    row.put("members", conversation.members().stream().map(DeviceId::text).toList());
    row.put("unread", conversation.unread());
    var last = conversation.last();
    row.put("last", last == null ? null : last.id().text());
    var look = conversation.look();
    row.put("pinned", look.pinned());
    row.put("muted", look.mutedUntil() != null);
    row.put("mutedUntil", Look.FOREVER.equals(look.mutedUntil()) ? null : time(look.mutedUntil()));
    row.put("markedUnread", look.markedUnread());
    row.put("receipts", look.receipts());
    row.put("draft", look.draft());
    return row;
  }

  /** Who does something, and where. */
  public static Map<String, Object> gesture(
      ConversationId conversation, DeviceId peer, String name) {
    var row = new LinkedHashMap<String, Object>();
    row.put("conversation", conversation.text());
    row.put("peer", peer.text());
    row.put("name", name);
    return row;
  }

  /** The row of {@code send}; several deliveries are one text that went to several. */
  public static Map<String, Object> sent(List<Delivery> deliveries) {
    var first = deliveries.getFirst().message();
    var weakest = deliveries.stream().map(Delivery::state).min(Enum::compareTo).orElseThrow();
    var counts = new LinkedHashMap<String, Object>();
    counts.put("delivered", deliveries.stream().mapToInt(Delivery::delivered).sum());
    counts.put("read", deliveries.stream().mapToInt(Delivery::read).sum());
    counts.put("of", deliveries.stream().mapToInt(Delivery::of).sum());
    var row = new LinkedHashMap<String, Object>();
    row.put("message", first.id().text());
    row.put("conversation", first.conversation().text());
    row.put("state", word(weakest));
    row.put("counts", counts);
    if (deliveries.size() > 1) {
      row.put("messages", deliveries.stream().map(d -> d.message().id().text()).toList());
    }
    return row;
  }

  public static Map<String, Object> offered(Message message, int files, long bytes) {
    var row = new LinkedHashMap<String, Object>();
    row.put("message", message.id().text());
    row.put("offer", message.id().text());
    row.put("files", files);
    row.put("bytes", bytes);
    return row;
  }

  public static Map<String, Object> transfer(Transfer transfer, Words words) {
    var row = new LinkedHashMap<String, Object>();
    row.put("transfer", transfer.id());
    row.put("offer", transfer.offer().text());
    row.put("peer", transfer.peer().text());
    row.put("direction", word(transfer.direction()));
    row.put("state", transfer.state().word());
    row.put("files", transfer.files());
    row.put("bytes", transfer.bytes());
    row.put("done", transfer.done());
    row.put("rate", transfer.rate());
    row.put("problem", transfer.problem() == null ? null : problem(transfer.problem(), words));
    row.put("path", transfer.path() == null ? null : transfer.path().toString());
    row.put("names", transfer.names());
    row.put("conversation", transfer.conversation().text());
    return row;
  }

  public static Map<String, Object> status(Status status) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", status.id().text());
    row.put("name", status.name());
    row.put("port", status.port());
    row.put("wires", status.wires());
    row.put("interfaces", status.interfaces());
    row.put("links", status.links());
    row.put("peers", status.peers());
    row.put("uptime", status.uptime().toSeconds());
    row.put("version", status.version());
    row.put("profile", status.profile().toString());
    return row;
  }

  public static Map<String, Object> metrics(Metrics metrics) {
    var row = new LinkedHashMap<String, Object>();
    row.put("heapUsedBytes", metrics.heapUsedBytes());
    row.put("rssBytes", metrics.rssBytes());
    row.put("threads", metrics.threads());
    row.put("peers", metrics.peers());
    row.put("links", metrics.links());
    row.put("sockets", metrics.sockets());
    row.put("queuedBytes", metrics.queuedBytes());
    row.put("events", metrics.events());
    row.put("commits", metrics.commits());
    row.put("datagramsIn", metrics.datagramsIn());
    row.put("datagramsOut", metrics.datagramsOut());
    row.put("rejectedFrames", metrics.rejectedFrames());
    row.put("cpuSeconds", metrics.cpuSeconds());
    return row;
  }

  public static Map<String, Object> check(Check check, Words words) {
    var key = "doctor." + check.check() + "." + check.result().word();
    Function<String, String> say =
        part -> words.has(key + part) ? words.say(key + part, check.named()) : "";
    var row = new LinkedHashMap<String, Object>();
    row.put("check", check.check());
    row.put("subject", check.subject());
    row.put("result", check.result().word());
    row.put("says", say.apply(".says"));
    row.put("fix", say.apply(".fix"));
    return row;
  }

  public static Map<String, Object> problem(Problem problem, Words words) {
    var said = words.problem(problem);
    var row = new LinkedHashMap<String, Object>();
    row.put("code", problem.code());
    row.put("says", said.says());
    row.put("hint", said.hint());
    row.put("details", problem.details());
    return row;
  }
}
