package paloma.cli.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import paloma.core.Messenger;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Trust;

/** Who is there and who we are. */
public record PeopleRequests(Messenger messenger) {
  /** Instead of a file: without a picture. */
  public static final String NONE = "none";

  /** What of the own record can be changed. */
  private static final Map<String, BiFunction<Profile, String, Profile>> FIELDS =
      new LinkedHashMap<>();

  static {
    FIELDS.put("name", Profile::withName);
    FIELDS.put("department", Profile::withDepartment);
    FIELDS.put("title", Profile::withTitle);
    FIELDS.put("phone", Profile::withPhone);
    FIELDS.put("status", Profile::withStatus);
    FIELDS.put("presence", (profile, word) -> profile.withPresence(presence(word)));
  }

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
    if (FIELDS.keySet().stream().anyMatch(request.fields()::containsKey)) {
      messenger.changeProfile(profile -> changed(profile, request));
    }
    request.optional("avatar").ifPresent(this::wear);
    reply.row(Rows.me(messenger.me(), messenger.fingerprint()));
  }

  private void wear(String file) {
    if (file.equals(NONE)) {
      messenger.appearance().bare();
      return;
    }
    try {
      messenger.appearance().wear(Path.of(file));
    } catch (InvalidPathException e) {
      throw Problem.usage("path-wrong", file).exception();
    }
  }

  private static Profile changed(Profile old, Request request) {
    var profile = old;
    for (var field : FIELDS.entrySet()) {
      var value = request.optional(field.getKey());
      if (value.isPresent()) profile = field.getValue().apply(profile, value.get().strip());
    }
    return profile;
  }

  /** Nobody chooses to be offline: that is what others see of somebody who is not there. */
  private static Presence presence(String word) {
    return Arrays.stream(Presence.values())
        .filter(presence -> presence != Presence.OFFLINE && presence.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.usage("option-value", "--presence", word).exception());
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
}
