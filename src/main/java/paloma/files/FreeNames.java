package paloma.files;

/** The names that are tried one after the other until one is free. Pure. */
final class FreeNames {
  /** Whoever has so many of one name has another trouble. */
  static final int MOST = 10_000;

  private FreeNames() {}

  /** {@code name.ext}, {@code name (2).ext}, {@code name (3).ext} … for 1, 2, 3 … */
  static String numbered(String name, int n) {
    if (n == 1) return name;
    var end = " (" + n + ")" + SafeNames.extension(name);
    var stem = name.substring(0, name.length() - SafeNames.extension(name).length());
    return SafeNames.cut(stem, SafeNames.MOST_BYTES - SafeNames.bytes(end)) + end;
  }
}
