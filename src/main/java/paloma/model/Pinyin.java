package paloma.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How names are read in Mandarin, without tones ({@code ü} is {@code v}): the common reading of
 * each character, with the readings that surnames and cities have instead. Immutable.
 */
public final class Pinyin {
  private static final int FIRST = 0x4E00;

  /** Codes below this one are a single character, later ones a pair: the common syllables first. */
  private static final int SHORT_CODES = 90;

  private static final int ALPHABET = 94;

  /** Surnames read differently from the same character elsewhere. */
  private static final Map<String, String> SURNAMES =
      Map.ofEntries(
          Map.entry("曾", "zeng"),
          Map.entry("单", "shan"),
          Map.entry("單", "shan"),
          Map.entry("仇", "qiu"),
          Map.entry("解", "xie"),
          Map.entry("查", "zha"),
          Map.entry("盖", "ge"),
          Map.entry("蓋", "ge"),
          Map.entry("区", "ou"),
          Map.entry("區", "ou"),
          Map.entry("翟", "zhai"),
          Map.entry("乐", "yue"),
          Map.entry("樂", "yue"),
          Map.entry("朴", "piao"),
          Map.entry("缪", "miao"),
          Map.entry("繆", "miao"),
          Map.entry("覃", "qin"),
          Map.entry("谌", "chen"),
          Map.entry("冼", "xian"),
          Map.entry("种", "chong"),
          Map.entry("召", "shao"),
          Map.entry("员", "yun"),
          Map.entry("車", "che"),
          Map.entry("尉迟", "yu chi"),
          Map.entry("万俟", "mo qi"),
          Map.entry("长孙", "zhang sun"),
          Map.entry("单于", "chan yu"),
          Map.entry("澹台", "tan tai"));

  /** Words in the middle of a name or a department whose reading the table has wrong. */
  private static final Map<String, String> WORDS =
      Map.of(
          "重庆", "chong qing",
          "成长", "cheng zhang",
          "行政", "xing zheng",
          "银行", "yin hang",
          "会计", "kuai ji",
          "厦门", "xia men");

  private static final Pinyin SHARED = read();

  private final String[] syllables;
  private final short[] readings;

  private Pinyin(String[] syllables, short[] readings) {
    this.syllables = syllables;
    this.readings = readings;
  }

  public static Pinyin shared() {
    return SHARED;
  }

  /**
   * The readings of each code point, the likeliest first; a character without one reads as itself,
   * in lower case.
   */
  public List<List<String>> readings(String name) {
    var points = name.codePoints().toArray();
    var all = new ArrayList<List<String>>(points.length);
    for (int point : points) all.add(List.of(common(point)));
    WORDS.forEach((word, reading) -> {
      for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
        prefer(all, name.codePointCount(0, at), reading);
      }
    });
    for (int length = 2; length >= 1; length--) {
      if (points.length < length) continue;
      var reading = SURNAMES.get(new String(points, 0, length));
      if (reading != null) {
        prefer(all, 0, reading);
        break;
      }
    }
    return all;
  }

  /** What a name is sorted by: readings first, then the characters themselves. */
  public String sortKey(String name) {
    var key = new StringBuilder();
    for (var reading : readings(name)) {
      key.append(reading.getFirst());
      if (reading.getFirst().length() > 1) key.append(' ');
    }
    return key.append('\0').append(name).toString();
  }

  /** The likeliest reading in one word: {@code xiaowen}; empty when nothing in it has a reading. */
  public String spelled(String name) {
    if (name.codePoints().noneMatch(this::known)) return "";
    var word = new StringBuilder();
    readings(name).forEach(r -> word.append(r.getFirst()));
    return word.toString();
  }

  private static void prefer(List<List<String>> all, int at, String reading) {
    for (var syllable : reading.split(" ")) {
      var both = new LinkedHashSet<String>();
      both.add(syllable);
      both.addAll(all.get(at));
      all.set(at++, List.copyOf(both));
    }
  }

  private boolean known(int point) {
    return point >= FIRST
        && point < FIRST + readings.length
        && readings[point - FIRST] < syllables.length;
  }

  private String common(int point) {
    return known(point)
        ? syllables[readings[point - FIRST]]
        : Character.toString(point).toLowerCase(Locale.ROOT);
  }

  private static Pinyin read() {
    try (var in = Pinyin.class.getResourceAsStream("pinyin.txt")) {
      var text = new InputStreamReader(in, StandardCharsets.US_ASCII).readAllLines();
      var readings = new short[0x9FA6 - FIRST];
      int next = 0;
      for (var line : text.subList(2, text.size())) {
        for (int i = 0; i < line.length(); i++) {
          int code = line.charAt(i) - '!';
          if (code >= SHORT_CODES) {
            code = SHORT_CODES + (code - SHORT_CODES) * ALPHABET + line.charAt(++i) - '!';
          }
          readings[next++] = (short) code;
        }
      }
      return new Pinyin(text.get(1).split(" "), readings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
