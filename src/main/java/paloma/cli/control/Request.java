package paloma.cli.control;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.settings.Json;
import paloma.settings.Json.NotAnObject;

/**
 * One line that a client wrote: {@code {"id":7,"command":"send",…}}. The accessors refuse what is
 * missing or of another kind.
 *
 * @param id comes back on each line of the answer; null when the client gave none
 */
public record Request(Object id, String command, Map<String, Object> fields) {
  static Request parse(String line) {
    try {
      var fields = Json.object(line);
      if (!(fields.get("command") instanceof String command)) {
        throw Problem.usage("request-field", "command").exception();
      }
      return new Request(fields.get("id"), command, fields);
    } catch (NotAnObject e) {
      throw Problem.usage("request-malformed", e.getMessage()).exception();
    }
  }

  public String text(String field) {
    return optional(field).orElseThrow(() -> wrong(field));
  }

  public Optional<String> optional(String field) {
    return switch (fields.get(field)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw wrong(field);
    };
  }

  public boolean flag(String field) {
    return switch (fields.get(field)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw wrong(field);
    };
  }

  public int number(String field, int otherwise) {
    return switch (fields.get(field)) {
      case null -> otherwise;
      case Integer number when number > 0 -> number;
      default -> throw wrong(field);
    };
  }

  public List<String> texts(String field) {
    return switch (fields.get(field)) {
      case null -> List.of();
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      default -> throw wrong(field);
    };
  }

  public Optional<Instant> instant(String field) {
    try {
      return optional(field).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw wrong(field);
    }
  }

  /** How long to wait: the field {@code seconds}, else the default of the command line. */
  public Duration patience() {
    return Duration.ofSeconds(number("seconds", Wait.SECONDS));
  }

  /** A message, or the offer that it carries, by its id; that of a transfer names its offer. */
  public MessageId message(String field) {
    var words = text(field);
    int dash = words.indexOf('-');
    return MessageId.parse(dash < 0 ? words : words.substring(0, dash))
        .orElseThrow(() -> Problem.unknown("unknown-message", words).exception());
  }

  private static RuntimeException wrong(String field) {
    return Problem.usage("request-field", field).exception();
  }
}
