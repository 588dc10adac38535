package paloma.model;

/**
 * Where a program runs and how it was installed; short lower-case words.
 *
 * @param os {@code linux, windows} or {@code macos}
 * @param arch {@code x64, aarch64}, or {@code any} for a release that runs everywhere
 * @param form {@code deb, rpm, msi, exe, pkg, dmg, zip}; {@code image} is a program that was not
 *     installed
 */
public record ReleaseTarget(String os, String arch, String form) {
  /** The form of a program that was only unpacked. */
  public static final String IMAGE = "image";

  public static final String ANY = "any";
}
