package paloma.platform.windows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text that {@code reg export} writes: UTF-16 on every Windows, whatever the code page of its
 * consoles, and with the types of the values. Pure; for one thread and one text.
 */
final class RegistryExport {
  /** Two names of a branch, since people write one and the export the other. */
  private static final Map<String, String> BRANCHES =
      Map.of("HKLM", "HKEY_LOCAL_MACHINE", "HKCU", "HKEY_CURRENT_USER");

  private static final String HEADER = "Windows Registry Editor Version 5.00";

  /** A value of a type that holds no plain text, number or list; it says the name of the type. */
  record Other(String type) {
    @Override
    public String toString() {
      return type;
    }
  }

  private final String text;
  private final String root;
  private final Map<String, Map<String, Object>> keys = new LinkedHashMap<>();
  private int at;

  private RegistryExport(String text, String root) {
    this.text = text;
    this.root = root;
  }

  /**
   * The values of a key and of the keys below it.
   *
   * @param root such as {@code HKLM\Software\Policies\Paloma}; its own values are under an empty
   *     name, those of a key below it under its path from there
   * @throws Malformed when it is no such text
   */
  static Map<String, Map<String, Object>> read(byte[] bytes, String root) throws Malformed {
    var branch = root.substring(0, root.indexOf('\\'));
    var whole = BRANCHES.getOrDefault(branch, branch) + root.substring(branch.length());
    return new RegistryExport(text(bytes), whole).read();
  }

  private static String text(byte[] bytes) throws Malformed {
    boolean marked = bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    if (!marked) throw new Malformed("no UTF-16", 0);
    try {
      var behindMark = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
      return StandardCharsets.UTF_16LE.newDecoder().decode(behindMark).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("no UTF-16", 0);
    }
  }

  private Map<String, Map<String, Object>> read() throws Malformed {
    if (!line().equals(HEADER)) throw malformed("no export");
    Map<String, Object> values = null;
    while (at < text.length()) {
      char first = text.charAt(at);
      if (first == '[') {
        values = key(line());
      } else if (first == '"' || first == '@') {
        if (values == null) throw malformed("a value without a key");
        value(values);
      } else if (!line().isBlank()) {
        throw malformed("neither key nor value");
      }
    }
    return keys;
  }

  private Map<String, Object> key(String line) throws Malformed {
    if (!line.endsWith("]")) throw malformed("a key without its end");
    var path = line.substring(1, line.length() - 1);
    boolean ours = path.regionMatches(true, 0, root, 0, root.length());
    var below = ours ? path.substring(root.length()) : "";
    if (!ours || !below.isEmpty() && !below.startsWith("\\")) throw malformed("another key");
    return keys.computeIfAbsent(
        below.isEmpty() ? "" : below.substring(1), _ -> new LinkedHashMap<>());
  }

  private void value(Map<String, Object> into) throws Malformed {
    // The value without a name is the key's own, which nobody sets.
    boolean nameless = text.charAt(at) == '@';
    if (nameless) at++;
    var name = nameless ? "" : quoted();
    if (at >= text.length() || text.charAt(at++) != '=') throw malformed("a name without a value");
    Object value;
    if (at < text.length() && text.charAt(at) == '"') {
      value = quoted();
      if (!line().isBlank()) throw malformed("more than a value");
    } else {
      value = typed(continued());
    }
    if (!nameless) into.put(name, value);
  }

  /** The text between two quotes; line ends in it are its own. */
  private String quoted() throws Malformed {
    var found = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return found.toString();
      }
      if (c == '\\' && at + 1 < text.length()) c = text.charAt(++at);
      found.append(c);
    }
    throw malformed("a text without its end");
  }

  private Object typed(String words) throws Malformed {
    int colon = words.indexOf(':');
    if (colon < 0) throw malformed("a value without its type");
    var digits = words.substring(colon + 1);
    try {
      return switch (words.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "dword" -> number(HexFormat.fromHexDigitsToLong(digits));
        case "hex(1)" -> String.join("\0", texts(digits));
        case "hex(7)" -> texts(digits);
        case "hex(2)" -> new Other("REG_EXPAND_SZ");
        case "hex(b)" -> new Other("REG_QWORD");
        case "hex" -> new Other("REG_BINARY");
        case String type -> new Other(type);
      };
    } catch (IllegalArgumentException e) {
      throw malformed("no hexadecimal digits");
    }
  }

  private static Number number(long value) {
    return value <= Integer.MAX_VALUE ? (Number) (int) value : (Number) value;
  }

  /** Texts with a zero behind each, and one more behind the last. */
  private static List<String> texts(String digits) {
    var bytes = HexFormat.ofDelimiter(",").parseHex(digits);
    var all = new String(bytes, StandardCharsets.UTF_16LE);
    var texts = new ArrayList<String>();
    for (var one : all.split("\0")) if (!one.isEmpty()) texts.add(one);
    return List.copyOf(texts);
  }

  /** A line and those that go on with it, without the blanks between. */
  private String continued() {
    var words = new StringBuilder();
    var line = line();
    while (line.endsWith("\\")) {
      words.append(line, 0, line.length() - 1);
      line = line().strip();
    }
    return words.append(line).toString().strip();
  }

  private String line() {
    int end = text.indexOf('\n', at);
    var line = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private Malformed malformed(String what) {
    long line = 1 + text.substring(0, Math.min(at, text.length())).lines().count();
    return new Malformed(what, line);
  }

  /** A text that is no export of this key. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String what, long line) {
      super(what + " near line " + line);
    }
  }
}
