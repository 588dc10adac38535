package paloma.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of a release: three numbers and, for what comes before it, a word such as {@code
 * rc1}. Ordered as people count: 0.10.0 is above 0.9.1, 1.0.0-rc10 above 1.0.0-rc2, and 1.0.0 above
 * them all. A version has one spelling.
 *
 * @param before empty for the release itself
 */
public record ReleaseVersion(int major, int minor, int patch, String before)
    implements Comparable<ReleaseVersion> {
  /** Six digits and 24 characters are more than any version has. */
  private static final Pattern SPELLING =
      Pattern.compile(
          "(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})"
              + "(?:-([a-z0-9]+(?:[.-][a-z0-9]+)*))?");

  private static final int MOST_BEFORE = 24;
  private static final Pattern PARTS = Pattern.compile("[0-9]+|[a-z]+|[.-]");

  /** The version of these words; empty when they are none. */
  public static Optional<ReleaseVersion> parse(String words) {
    var match = SPELLING.matcher(words);
    if (!match.matches()) return Optional.empty();
    var before = match.group(4) == null ? "" : match.group(4);
    if (before.length() > MOST_BEFORE) return Optional.empty();
    return Optional.of(
        new ReleaseVersion(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            Integer.parseInt(match.group(3)),
            before));
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    int order = Integer.compare(major, other.major);
    if (order == 0) order = Integer.compare(minor, other.minor);
    if (order == 0) order = Integer.compare(patch, other.patch);
    if (order != 0) return order;
    if (before.isEmpty() || other.before.isEmpty()) {
      return Boolean.compare(before.isEmpty(), other.before.isEmpty());
    }
    return compareWords(before, other.before);
  }

  /** Digits count as numbers, everything else as letters; of two beginnings the shorter is less. */
  private static int compareWords(String one, String two) {
    var a = PARTS.matcher(one);
    var b = PARTS.matcher(two);
    while (a.find()) {
      if (!b.find()) return 1;
      int order = comparePart(a.group(), b.group());
      if (order != 0) return order;
    }
    // Numbers such as 1 and 01 count the same and are still two versions.
    return b.find() ? -1 : one.compareTo(two);
  }

  private static int comparePart(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers
        ? new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b))
        : a.compareTo(b);
  }

  /** As it is written: {@code 0.2.0} or {@code 1.0.0-rc1}. */
  @Override
  public String toString() {
    var numbers = major + "." + minor + "." + patch;
    return before.isEmpty() ? numbers : numbers + "-" + before;
  }
}
