package paloma.cli.human;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import paloma.settings.Words;

/** Rows as people read them in a terminal. Pure. */
public record Human(Words words, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Characters of an id that tell two apart and are taken as its beginning. */
  private static final int SHORT = 8;

  /** A table with a heading; the columns are names of fields. */
  public List<String> table(List<Map<String, Object>> rows, String... columns) {
    var cells = new ArrayList<List<String>>();
    var heading = new ArrayList<String>();
    for (var column : columns) heading.add(words.say("cli.column." + column));
    cells.add(heading);
    for (var row : rows) {
      var line = new ArrayList<String>();
      for (var column : columns) line.add(cell(column, row.get(column)));
      cells.add(line);
    }
    return aligned(cells);
  }

  /** A field a line. */
  public List<String> sheet(Map<String, Object> row) {
    var cells = new ArrayList<List<String>>();
    row.forEach((name, value) -> cells.add(List.of(label(name), cell(name, value, false))));
    return aligned(cells);
  }

  private String label(String field) {
    var key = "cli.column." + field;
    return words.has(key) ? words.say(key) : field;
  }

  private String cell(String column, Object value) {
    return cell(column, value, true);
  }

  private String cell(String column, Object value, boolean brief) {
    return switch (value) {
      case null -> "";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" "));
      case Map<?, ?> map when map.containsKey("says") -> Width.plain((String) map.get("says"));
      case String text ->
          switch (column) {
            case "id", "peer" -> brief ? text.substring(0, Math.min(SHORT, text.length())) : text;
            case "lastSeen", "time", "at", "date" -> time(text);
            case "presence", "trust", "state", "direction", "result" -> word(column, text);
            default -> Width.plain(text);
          };
      case Number number when column.equals("bytes") || column.equals("done") ->
          bytes(number.longValue());
      case Number number when column.equals("rate") -> bytes(number.longValue()) + "/s";
      default -> String.valueOf(value);
    };
  }

  private String word(String column, String word) {
    var key = "cli." + column + "." + word;
    return words.has(key) ? words.say(key) : word;
  }

  /** A message as a line of a conversation. */
  public String message(Map<String, Object> row) {
    var said = said(row);
    var who = Width.plain(String.valueOf(row.get("authorName")));
    return words.say("cli.message", time(String.valueOf(row.get("time"))), who, said);
  }

  private String said(Map<String, Object> row) {
    if (Boolean.TRUE.equals(row.get("recalled"))) return words.say("cli.recalled");
    var said =
        switch (String.valueOf(row.get("kind"))) {
          case "text" -> Width.plain(String.valueOf(row.get("text")));
          case "files" -> words.say("cli.files", names(row.get("files")), row.get("message"));
          default -> words.say("cli.notice", row.get("text"));
        };
    var edited = Boolean.TRUE.equals(row.get("edited")) ? words.say("cli.edited", said) : said;
    return edited + reactions(row.get("reactions"));
  }

  /** Each emoji with how many gave it. */
  private static String reactions(Object reactions) {
    if (!(reactions instanceof Map<?, ?> map)) return "";
    return map.entrySet().stream()
        .filter(e -> e.getValue() instanceof List<?>)
        .map(e -> "  " + Width.plain(String.valueOf(e.getKey())) + ((List<?>) e.getValue()).size())
        .collect(Collectors.joining());
  }

  private static String names(Object files) {
    if (!(files instanceof List<?> list)) return "";
    return list.stream()
        .map(file -> file instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "")
        .map(Width::plain)
        .collect(Collectors.joining(", "));
  }

  public String time(String iso) {
    return TIME.format(Instant.parse(iso).atZone(zone));
  }

  /** Bytes in the largest unit that leaves a number of at least one. */
  public static String bytes(long bytes) {
    var units = List.of("B", "KiB", "MiB", "GiB", "TiB");
    double number = bytes;
    int unit = 0;
    while (number >= 1024 && unit < units.size() - 1) {
      number /= 1024;
      unit++;
    }
    var text = unit == 0 ? String.valueOf(bytes) : "%.1f".formatted(number);
    return text + " " + units.get(unit);
  }

  private static List<String> aligned(List<List<String>> cells) {
    int columns = cells.getFirst().size();
    var widths = new int[columns];
    for (var line : cells) {
      for (int i = 0; i < columns; i++) widths[i] = Math.max(widths[i], Width.of(line.get(i)));
    }
    return cells.stream()
        .map(line -> {
          var text = new StringBuilder();
          for (int i = 0; i < columns; i++) {
            text.append(line.get(i)).repeat(' ', widths[i] - Width.of(line.get(i)) + 2);
          }
          return text.toString().stripTrailing();
        })
        .toList();
  }
}
