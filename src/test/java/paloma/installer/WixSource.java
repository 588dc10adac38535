package paloma.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The sources of the Windows packages as WiX sees them after its preprocessor. */
final class WixSource {
  static final Path FOLDER = Path.of("installer/windows/wix");
  static final List<String> PACKAGE = List.of("paloma.wxs", "desktop.wxs");
  static final List<String> FOR_A_PC = List.of("policy.wxs", "firewall.wxs");

  private static final Pattern INSTRUCTION = Pattern.compile("<\\?(\\w+)\\s*(.*?)\\s*\\?>");
  private static final Pattern CONDITION = Pattern.compile("\\$\\((\\w+)\\) (=|!=) (\\w+)");
  private static final Pattern DEFINITION = Pattern.compile("(\\w+) = \"(.*)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w+)\\)");

  private final Map<String, String> variables;

  private WixSource(Map<String, String> variables) {
    this.variables = new HashMap<>(variables);
  }

  /** The files of which a package of this scope is made, as elements Wix. */
  static List<Element> packageOf(String scope) {
    var names = new ArrayList<>(PACKAGE);
    if (scope.equals("perMachine")) names.addAll(FOR_A_PC);
    return names.stream().map(name -> read(name, scope)).toList();
  }

  static Element read(String name, String scope) {
    // What package.ps1 gives; WixTest holds that it gives these.
    var given =
        Map.of(
            "Scope",
            scope,
            "Version",
            "0.1.0",
            "Image",
            "C:\\image",
            "Windows",
            "C:\\windows",
            "Msi",
            "C:\\paloma.msi");
    return Xml.of(new WixSource(given).preprocessed(name), name + " " + scope);
  }

  private String preprocessed(String name) {
    String text;
    try {
      text = Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var out = new StringBuilder();
    Deque<Boolean> open = new ArrayDeque<>();
    int from = 0;
    var instructions = INSTRUCTION.matcher(text);
    while (instructions.find()) {
      if (!open.contains(false)) out.append(resolved(text.substring(from, instructions.start())));
      from = instructions.end();
      follow(instructions.group(1), instructions.group(2), open);
    }
    if (!open.isEmpty()) throw new AssertionError(name + ": an <?if?> without its end");
    return out.append(resolved(text.substring(from))).toString();
  }

  private void follow(String instruction, String words, Deque<Boolean> open) {
    boolean here = !open.contains(false);
    switch (instruction) {
      case "if" -> {
        var condition = matched(CONDITION, words);
        boolean equal = condition.group(3).equals(value(condition.group(1)));
        open.push(equal == condition.group(2).equals("="));
      }
      case "else" -> open.push(!open.pop());
      case "endif" -> open.pop();
      case "define" -> {
        var definition = matched(DEFINITION, words);
        if (here) variables.put(definition.group(1), definition.group(2));
      }
      case "include" -> {
        if (here) preprocessed(words);
      }
      default -> throw new AssertionError("an instruction <?" + instruction + "?>");
    }
  }

  private String resolved(String text) {
    return VARIABLE.matcher(text).replaceAll(v -> Matcher.quoteReplacement(value(v.group(1))));
  }

  private String value(String variable) {
    var value = variables.get(variable);
    if (value == null) throw new AssertionError("nobody defines $(" + variable + ")");
    return value;
  }

  private static Matcher matched(Pattern pattern, String words) {
    var found = pattern.matcher(words);
    if (!found.matches()) throw new AssertionError("not understood: " + words);
    return found;
  }
}
