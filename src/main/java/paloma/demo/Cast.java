package paloma.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import paloma.model.Presence;
import paloma.settings.Language;
import paloma.settings.Policy;
import paloma.settings.Setting;

/**
 * Who lives in the make-believe neighbourhood and what happens there, in one language; written in
 * {@code cast_*.txt} beside this class.
 *
 * @param people the first is the one at the window
 * @param answers what people say back
 * @param open with whom the conversation is open
 * @param sought a word that is searched in it
 * @param office what their office has decided
 */
public record Cast(
    List<Member> people,
    List<Deed> deeds,
    List<String> answers,
    String open,
    String sought,
    Policy office) {
  /** Somebody, as they describe themself; {@code presence} may be offline. */
  public record Member(
      String name,
      String department,
      String title,
      String phone,
      String host,
      Presence presence,
      String status) {}

  /** Something that one does to another, so long before now. */
  public sealed interface Deed {
    String from();

    String to();

    Duration ago();
  }

  /**
   * Words.
   *
   * @param away the other is not there when they are said
   */
  public record Say(String from, String to, Duration ago, String text, boolean away)
      implements Deed {}

  public record Offer(String from, String to, Duration ago, String name, int bytes, boolean folder)
      implements Deed {}

  public static Cast in(Language language) {
    var name =
        switch (language) {
          case EN -> "cast_en.txt";
          case ZH_CN -> "cast_zh_CN.txt";
          case JA -> "cast_ja.txt";
        };
    try (var in = Cast.class.getResourceAsStream(name)) {
      return parse(new InputStreamReader(in, StandardCharsets.UTF_8).readAllLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cast parse(List<String> lines) {
    var people = new ArrayList<Member>();
    var deeds = new ArrayList<Deed>();
    var answers = new ArrayList<String>();
    var locks = new LinkedHashMap<String, Policy.Lock>();
    var open = "";
    var sought = "";
    var contact = "";
    for (var line : lines) {
      if (line.isBlank() || line.startsWith("#")) continue;
      var f = line.split("\\s*\\|\\s*", -1);
      switch (f[0].strip()) {
        case "person" ->
            people.add(
                new Member(
                    f[1],
                    f[2],
                    f[3],
                    f[4],
                    f[5],
                    Presence.valueOf(f[6].toUpperCase(Locale.ROOT)),
                    f[7].strip()));
        case "say" -> deeds.add(new Say(f[1], f[2], minutes(f[3]), f[4].strip(), false));
        case "later" -> deeds.add(new Say(f[1], f[2], minutes(f[3]), f[4].strip(), true));
        case "offer" ->
            deeds.add(
                new Offer(
                    f[1],
                    f[2],
                    minutes(f[3]),
                    f[4].strip(),
                    Integer.parseInt(f[5].strip()),
                    f.length > 6));
        case "answer" -> answers.add(f[1].strip());
        case "lock" -> locks.put(f[1], new Policy.Lock(allowed(f[1], f[2]), f[3].strip()));
        case "contact" -> contact = f[1].strip();
        case "open" -> open = f[1].strip();
        case "sought" -> sought = f[1].strip();
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new Cast(
        List.copyOf(people),
        List.copyOf(deeds),
        List.copyOf(answers),
        open,
        sought,
        new Policy(locks, Map.of(), contact));
  }

  private static Object allowed(String key, String word) {
    return Setting.named(key).orElseThrow().read().apply(word).orElseThrow();
  }

  /** The same person where nobody else is. */
  public Cast alone() {
    return new Cast(people.subList(0, 1), List.of(), List.of(), "", "", office);
  }

  private static Duration minutes(String text) {
    return Duration.ofMinutes(Long.parseLong(text.strip()));
  }
}
