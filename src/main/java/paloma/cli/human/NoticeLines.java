package paloma.cli.human;

import java.util.Map;
import java.util.Optional;

/** Notices as a person at a terminal wants them: a line each, and many not at all. Pure. */
public record NoticeLines(Human human) {
  public Optional<String> line(Map<String, Object> row) {
    var event = String.valueOf(row.get("event"));
    return switch (event) {
      case "message-received" -> Optional.of(human.message(row));
      case "started" ->
          say(event, row.get("name"), row.get("id"), row.get("port"), row.get("profile"));
      case "stopping" -> say(event);
      case "group-changed" -> say(event, row.get("name"));
      case "peer-appeared", "peer-left", "trust-changed", "nudge" -> say(event, name(row));
      case "reminder" -> say(event, human.message(row));
      case "offer-received" -> say(event, row.get("names"), row.get("offer"));
      case "transfer-finished", "transfer-failed" ->
          say(event, row.get("names"), row.get("path"), row.get("offer"));
      case "update-available" -> say(event, row.get("version"));
      case "update-changed" ->
          "ready".equals(row.get("state"))
              ? say("update-ready", row.get("version"))
              : Optional.empty();
      case "network-changed" -> say(event, row.get("interfaces"));
      case "problem" -> Optional.of((row.get("says") + " " + row.get("hint")).strip());
      default -> Optional.empty();
    };
  }

  private static String name(Map<String, Object> row) {
    return Width.plain(String.valueOf(row.get("name")));
  }

  private Optional<String> say(String event, Object... args) {
    var texts = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      var text = String.valueOf(args[i]);
      texts[i] = Width.plain(text.startsWith("[") ? text.substring(1, text.length() - 1) : text);
    }
    return Optional.of(human.words().say("cli.event." + event, texts));
  }
}
