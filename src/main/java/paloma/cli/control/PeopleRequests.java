package paloma.cli.control;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import paloma.core.Messenger;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Trust;

/** Who is there and who we are. */
record PeopleRequests(Messenger messenger) {
  Map<String, Handler> handlers() {
    return Map.of(
        "peers", Handler.rows(this::peers),
        "me", Handler.rows(this::me),
        "trust", Handler.rows(this::trust));
  }

  private void peers(Request request, Reply reply) {
    boolean all = request.flag("all");
    for (var peer : messenger.peers()) {
      if (all || shown(peer)) reply.row(Rows.peer(peer));
    }
  }

  private static boolean shown(Peer peer) {
    return peer.present() && peer.trust() != Trust.BLOCKED;
  }

  private void me(Request request, Reply reply) {
    if (request.fields().keySet().stream().anyMatch(MeFields.NAMES::contains)) {
      messenger.changeProfile(profile -> MeFields.of(request).on(profile));
    }
    reply.row(Rows.me(messenger.me(), messenger.fingerprint()));
  }

  private void trust(Request request, Reply reply) {
    var trust =
        switch (request.text("trust")) {
          case "known" -> Trust.KNOWN;
          case "verified" -> Trust.VERIFIED;
          case "blocked" -> Trust.BLOCKED;
          default -> throw Problem.usage("request-field", "trust").exception();
        };
    var peer = messenger.resolvePeer(request.text("peer"));
    reply.row(Rows.peer(messenger.trust(peer.id(), trust)));
  }

  /** What of the own record is to be changed; null stays as it is. */
  private record MeFields(
      String name, String department, String title, String phone, String status, String presence) {
    static final Set<String> NAMES =
        Set.of("name", "department", "title", "phone", "status", "presence");

    static MeFields of(Request request) {
      return new MeFields(
          field(request, "name"),
          field(request, "department"),
          field(request, "title"),
          field(request, "phone"),
          field(request, "status"),
          field(request, "presence"));
    }

    private static String field(Request request, String name) {
      return request.optional(name).map(String::strip).orElse(null);
    }

    Profile on(Profile old) {
      return new Profile(
          old.device(),
          old.counter(),
          or(name, old.name()),
          or(department, old.department()),
          or(title, old.title()),
          or(phone, old.phone()),
          or(status, old.status()),
          old.host(),
          presence == null ? old.presence() : presence(presence),
          old.sealKey());
    }

    private static String or(String changed, String old) {
      return changed == null ? old : changed;
    }

    private static Presence presence(String word) {
      try {
        var presence = Presence.valueOf(word.toUpperCase(Locale.ROOT));
        if (presence != Presence.OFFLINE) return presence;
      } catch (IllegalArgumentException e) {
        // Said below, like the one that nobody can choose.
      }
      throw Problem.usage("request-field", "presence").exception();
    }
  }
}
