package paloma.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.TreeMap;
import paloma.settings.Words;

/**
 * The words of the help, under the keys by which picocli looks for them: what stands under {@code
 * cli.help.send} describes a command, under {@code cli.help.option.wait} an option or a parameter,
 * under {@code cli.help.usage.synopsisHeading} a part of the page.
 */
final class HelpWords extends ResourceBundle {
  private static final String PREFIX = "cli.help.";

  private final TreeMap<String, String> words = new TreeMap<>();

  HelpWords(Words all) {
    for (var key : all.keys()) {
      if (key.startsWith(PREFIX)) {
        words.put(picocliKey(key.substring(PREFIX.length())), all.say(key));
      }
    }
  }

  private static String picocliKey(String key) {
    if (key.startsWith("option.")) return key.substring("option.".length());
    if (key.startsWith("usage.")) return key;
    return (key.equals("paloma") ? key : "paloma." + key) + ".usage.description";
  }

  /** Whether an argument makes picocli print help. */
  static boolean asked(String argument) {
    return argument.equals("--help") || argument.startsWith("-h");
  }

  @Override
  protected Object handleGetObject(String key) {
    return words.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(words.keySet());
  }
}
