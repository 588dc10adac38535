package paloma.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the text log of IP Messenger: blocks that begin with a line of equals signs, then {@code
 * From:} or {@code To:} lines, a line with the time, perhaps the names of files, a line of hyphens,
 * and what was said until the next block. Keeps one block in memory.
 */
final class IpmsgLog {
  static final String ORIGIN = "ipmsg";

  private static final Pattern BLOCK = Pattern.compile("={20,}\\s*");
  private static final Pattern RULE = Pattern.compile("-{20,}\\s*");
  private static final Pattern PERSON = Pattern.compile("\\s*(From|To|Cc)\\s*:\\s*(\\S.*)");
  private static final Pattern TIME =
      Pattern.compile(
          "\\s*at\\s+(?:[A-Za-z]{3}\\s+([A-Za-z]{3})\\s+(\\d{1,2})\\s+(\\d\\d:\\d\\d:\\d\\d)\\s+(\\d{4})"
              + "|(\\d{4})[/-](\\d\\d)[/-](\\d\\d)\\D*?(\\d\\d:\\d\\d:\\d\\d))(.*)");

  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ENGLISH);

  private final BufferedReader in;
  private final ZoneId zone;
  private final Imports imports;
  private final List<String> block = new ArrayList<>();
  private long line;
  private long begun;
  private long place;

  IpmsgLog(BufferedReader in, ZoneId zone, Imports imports) {
    this.in = in;
    this.zone = zone;
    this.imports = imports;
  }

  /** Reads all of it. */
  void read() throws IOException {
    boolean blockBegun = false;
    String held = null;
    for (var text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (line == 1 && text.startsWith("\uFEFF")) text = text.substring(1);
      // A line of equals signs may also be something that was said.
      if (held != null) {
        if (PERSON.matcher(text).matches()) {
          finish(blockBegun);
          blockBegun = true;
          begun = line - 1;
        } else {
          block.add(held);
        }
        held = null;
      }
      if (BLOCK.matcher(text).matches()) held = text;
      else block.add(text);
    }
    if (held != null) block.add(held);
    finish(blockBegun);
  }

  private void finish(boolean blockBegun) throws IOException {
    if (blockBegun) {
      if (!message()) imports.unreadable(begun);
    } else if (block.stream().anyMatch(text -> !text.isBlank())) {
      imports.unreadable(1);
    }
    block.clear();
  }

  private boolean message() throws IOException {
    var people = new ArrayList<String>();
    boolean own = false;
    int at = 0;
    for (; at < block.size(); at++) {
      var person = PERSON.matcher(block.get(at));
      if (!person.matches()) break;
      own |= !person.group(1).equals("From");
      people.add(person.group(2).strip());
    }
    var time = at < block.size() ? time(block.get(at)) : Optional.<Instant>empty();
    if (people.isEmpty() || time.isEmpty()) return false;
    var said = new ArrayList<String>();
    for (at++; at < block.size() && !RULE.matcher(block.get(at)).matches(); at++) {
      if (!block.get(at).isBlank()) said.add(block.get(at).strip());
    }
    if (at == block.size()) return false;
    said.addAll(block.subList(at + 1, block.size()));
    while (!said.isEmpty() && said.getLast().isBlank()) said.removeLast();
    place++;
    // Who wrote to several finds it with each of them; copies of others' are with their author.
    for (var person : own ? people : people.subList(0, 1)) {
      imports.message(message(person, own, time.get(), String.join("\n", said)));
    }
    return true;
  }

  private Foreign message(String person, boolean own, Instant time, String text) {
    int bracket = person.lastIndexOf(" (");
    int end = person.lastIndexOf(')');
    boolean split = bracket > 0 && end > bracket;
    var name = split ? person.substring(0, bracket).strip() : person;
    var inside = split ? person.substring(bracket + 2, end) : "";
    var host = inside.split("/", 2)[0].strip();
    var key = name + "\n" + host;
    return new Foreign(key, key, name, host, own, time, text, null, place);
  }

  private Optional<Instant> time(String text) {
    var found = TIME.matcher(text);
    if (!found.matches()) return Optional.empty();
    try {
      var local =
          found.group(1) != null
              ? LocalDateTime.parse(
                  "%s %s %s %s"
                      .formatted(
                          found.group(1),
                          Integer.valueOf(found.group(2)),
                          found.group(3),
                          found.group(4)),
                  CTIME)
              : LocalDateTime.parse(
                  "%s-%s-%sT%s"
                      .formatted(found.group(5), found.group(6), found.group(7), found.group(8)));
      return Optional.of(local.atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
