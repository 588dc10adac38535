package paloma.ui.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.settings.Words;
import paloma.ui.parts.Phrases;

/** Everything the pages say, in one language, one time zone and by one clock. Immutable. */
public final class Wording implements Phrases {
  /** Sizes count in thousands, as disks are sold and as most file managers show them. */
  private static final double STEP = 1000;

  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

  private final Words words;
  private final ZoneId zone;
  private final Supplier<Instant> now;

  public Wording(Words words, ZoneId zone, Supplier<Instant> now) {
    this.words = words;
    this.zone = zone;
    this.now = now;
  }

  @Override
  public String say(String key, Object... args) {
    return words.say(key, args);
  }

  public Locale locale() {
    return words.language().locale();
  }

  public Words words() {
    return words;
  }

  public Instant now() {
    return now.get();
  }

  /** A sentence with a number: {@code key.one} for a single thing, {@code key.many} otherwise. */
  public String count(String key, long n) {
    return say(key + (n == 1 ? ".one" : ".many"), grouped(n));
  }

  /** A number as people write it: 1,060. */
  public String grouped(long n) {
    return String.format(locale(), "%,d", n);
  }

  /** A time in a list, as short as it can be understood: 09:31, yesterday, Sun, 3 Oct. */
  public String shortly(Instant time) {
    var day = time.atZone(zone).toLocalDate();
    long ago = ChronoUnit.DAYS.between(day, today());
    if (ago == 0) return clock(time);
    if (ago == 1) return say("window.time.yesterday");
    if (ago > 1 && ago < 7) return pattern("window.time.weekday", time);
    return pattern(
        day.getYear() == today().getYear() ? "window.time.date" : "window.time.year", time);
  }

  /** A time with its hour, for a card: 09:31, yesterday 18:06, Sat 15:20, 3 Oct. */
  public String precisely(Instant time) {
    long ago = ChronoUnit.DAYS.between(time.atZone(zone).toLocalDate(), today());
    if (ago == 1) return say("window.time.yesterday.at", clock(time));
    return ago > 1 && ago < 7 ? shortly(time) + " " + clock(time) : shortly(time);
  }

  public String clock(Instant time) {
    return DateTimeFormatter.ofPattern("HH:mm").format(time.atZone(zone));
  }

  private LocalDate today() {
    return now.get().atZone(zone).toLocalDate();
  }

  private String pattern(String key, Instant time) {
    return DateTimeFormatter.ofPattern(say(key), locale()).format(time.atZone(zone));
  }

  /** 340 B, 8.1 MB, 342 MB. */
  public String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    boolean fraction = unit > 0 && value < 9.95 || unit > 2 && value < 99.95;
    return String.format(Locale.ROOT, fraction ? "%.1f" : "%.0f", value) + " " + UNITS[unit];
  }

  /** "3.1 of 4.4 GB": the unit once when both have it. */
  public String part(long done, long all) {
    var some = bytes(done);
    var whole = bytes(all);
    var unit = whole.substring(whole.indexOf(' '));
    return say(
        "window.part", some.endsWith(unit) ? some.substring(0, some.indexOf(' ')) : some, whole);
  }

  public String rate(long bytesPerSecond) {
    return bytes(bytesPerSecond) + "/s";
  }

  /** How long something will still take, rounded so that it does not flicker. */
  public String left(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    if (seconds < 60) return say("window.left.seconds", seconds < 20 ? seconds : seconds / 5 * 5);
    if (seconds < 3600) return say("window.left.minutes", (seconds + 30) / 60);
    return say("window.left.hours", (seconds + 1800) / 3600);
  }

  public String presence(Presence presence) {
    return say("mark.presence." + presence.word());
  }

  /** The same where it stands alone: Online. */
  public String presenceAlone(Presence presence) {
    var word = presence(presence);
    return word.substring(0, 1).toUpperCase(locale()) + word.substring(1);
  }

  /** What stands behind a name: title, own words, or why somebody is not there. */
  public String about(Peer peer) {
    var profile = peer.profile();
    var title = profile.title().strip();
    var note =
        switch (peer.presence()) {
          case OFFLINE, INVISIBLE ->
              peer.lastSeen() == null
                  ? presence(Presence.OFFLINE)
                  : say("window.people.seen", precisely(peer.lastSeen()));
          case ONLINE -> profile.status().strip();
          case AWAY, BUSY, DND ->
              profile.status().isBlank() ? presence(peer.presence()) : profile.status().strip();
        };
    if (!peer.present()) return note;
    return joined(title, note);
  }

  /** The parts that say something, with the language's middle dot between them. */
  public String joined(String... parts) {
    var all = new StringBuilder();
    for (var part : parts) {
      if (part == null || part.isBlank()) continue;
      if (!all.isEmpty()) all.append(say("window.dot").replace('_', ' '));
      all.append(part.strip());
    }
    return all.toString();
  }

  /** That the office decided something, and its reason when it gave one. */
  public String locked(Optional<String> why) {
    return joined(say("window.settings.locked"), why.orElse(""));
  }

  public Words.Said problem(Problem problem) {
    return words.problem(problem);
  }
}
