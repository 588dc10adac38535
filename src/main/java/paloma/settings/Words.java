package paloma.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import paloma.model.Problem;

/**
 * The words that people read, in one language; what a language lacks is said in English. Patterns
 * are those of {@link MessageFormat}, so an apostrophe is written twice. Immutable.
 */
public final class Words {
  /** The word files; an area that is not there is simply absent. */
  static final List<String> AREAS = List.of("ui", "window", "cli", "problem", "doctor");

  private final Language language;
  private final Map<String, String> patterns;

  private Words(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  public static Words of(Settings settings) {
    return in(Language.of(settings));
  }

  public static Words in(Language language) {
    var patterns = new TreeMap<>(load(Language.EN));
    patterns.putAll(load(language));
    return new Words(language, patterns);
  }

  /** What one language itself has. */
  static Map<String, String> load(Language language) {
    var all = new TreeMap<String, String>();
    for (var area : AREAS) {
      var name = "/text/" + area + language.suffix() + ".properties";
      try (var in = Words.class.getResourceAsStream(name)) {
        if (in == null) continue;
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        properties.forEach((key, value) -> all.put((String) key, (String) value));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The words under a key; numbers are said without separators. A missing key says itself. */
  public String say(String key, Object... args) {
    var pattern = patterns.get(key);
    if (pattern == null) return key;
    var texts = new Object[args.length];
    for (int i = 0; i < args.length; i++) texts[i] = String.valueOf(args[i]);
    return new MessageFormat(pattern, language.locale()).format(texts);
  }

  /** What happened and what can be done about it. */
  public Said problem(Problem problem) {
    var details = problem.details().toArray();
    var says = "problem." + problem.code() + ".says";
    var hint = "problem." + problem.code() + ".hint";
    return new Said(
        has(says) ? say(says, details) : say("problem.other.says", problem.code()),
        has(hint) ? say(hint, details) : "");
  }

  /** A problem in words; the hint may be empty. */
  public record Said(String says, String hint) {
    /** Both, in one line. */
    public String line() {
      return hint.isEmpty() ? says : says + " " + hint;
    }
  }

  /** Every key, for what builds on a whole family of them. */
  public Iterable<String> keys() {
    return patterns.keySet();
  }
}
