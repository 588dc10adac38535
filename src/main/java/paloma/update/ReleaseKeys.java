package paloma.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import paloma.identity.Identity;
import paloma.model.MalformedException;
import paloma.model.Release;
import paloma.model.SignedRelease;

/**
 * The keys whose releases this build takes; several, so that one can be replaced by the next. None:
 * this build takes no updates. Nothing but the build can name them. Immutable.
 */
public record ReleaseKeys(List<byte[]> keys) {
  private static final System.Logger LOG = System.getLogger("paloma.update");

  public ReleaseKeys {
    keys = List.copyOf(keys);
  }

  public static ReleaseKeys none() {
    return new ReleaseKeys(List.of());
  }

  /** Those that the build wrote into the program. */
  public static ReleaseKeys ofBuild() {
    try (var in = ReleaseKeys.class.getResourceAsStream("release-keys.txt")) {
      return of(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Public keys in base64, between spaces, commas or lines; {@code #} begins a remark. */
  public static ReleaseKeys of(String words) {
    var keys = new ArrayList<byte[]>();
    for (var word : words.replaceAll("(?m)#.*$", "").split("[\\s,]+")) {
      // A build without keys may leave the placeholder as it is.
      if (word.isBlank() || word.startsWith("${")) continue;
      key(word).ifPresentOrElse(keys::add, () -> LOG.log(Level.ERROR, "no release key: {0}", word));
    }
    return new ReleaseKeys(keys);
  }

  private static Optional<byte[]> key(String word) {
    try {
      var key = Base64.getDecoder().decode(word);
      return key.length == Identity.KEY_BYTES ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The release that one of our keys signed; empty for everything else. */
  public Optional<Release> check(SignedRelease signed) {
    if (signed.statement().length > Statement.MOST_BYTES) return Optional.empty();
    boolean ours =
        keys.stream()
            .anyMatch(key ->
                Identity.verify(key, Statement.CONTEXT, signed.statement(), signed.signature()));
    if (!ours) return Optional.empty();
    try {
      return Optional.of(Statement.decode(signed.statement()));
    } catch (MalformedException e) {
      // Signed by a later Paloma that says more.
      LOG.log(Level.INFO, "a release that this version does not understand: {0}", e.getMessage());
      return Optional.empty();
    }
  }
}
