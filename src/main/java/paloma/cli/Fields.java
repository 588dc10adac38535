package paloma.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.cli.control.Wait;
import paloma.model.Problem;

/** The fields of a request, gathered from what was typed. Pure. */
final class Fields {
  private final Map<String, Object> map = new LinkedHashMap<>();
  private final ZoneId zone;

  Fields() {
    this(ZoneId.systemDefault());
  }

  Fields(ZoneId zone) {
    this.zone = zone;
  }

  Map<String, Object> map() {
    return map;
  }

  Fields with(String name, Object value) {
    map.put(name, value);
    return this;
  }

  Fields with(String name, Optional<?> value) {
    value.ifPresent(present -> map.put(name, present));
    return this;
  }

  /** A moment as an instant, a local time, or a day that begins here. */
  Fields withTime(String name, Optional<String> words) {
    words.ifPresent(text -> map.put(name, instant(text).toString()));
    return this;
  }

  private Instant instant(String text) {
    try {
      if (text.endsWith("Z")) return Instant.parse(text);
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(zone).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.usage("time-wrong", text).exception();
    }
  }

  Fields withWait(Optional<String> words, String... allowed) {
    words.ifPresent(text -> {
      var wait =
          Wait.parse(text, List.of(allowed))
              .orElseThrow(
                  () -> Problem.usage("wait-wrong", text, String.join(", ", allowed)).exception());
      map.put("wait", wait.until());
      map.put("seconds", wait.seconds());
    });
    return this;
  }
}
