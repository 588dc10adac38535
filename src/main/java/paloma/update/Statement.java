package paloma.update;

import java.time.Instant;
import java.util.regex.Pattern;
import paloma.files.SafeNames;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

/**
 * What is signed of a release ↔ its one encoding: see {@code src/docs/protocol.md}, "Releases".
 * Pure. Received bytes are checked and passed on as they came, never encoded again.
 */
public final class Statement {
  public static final String CONTEXT = "paloma-release-v1";

  /** Several times what a statement takes; eight of them fit a control frame. */
  public static final int MOST_BYTES = 1024;

  /** Ten times today's installers; also what a profile may be made to hold. */
  public static final long MOST_SIZE = 1L << 30;

  private static final int VERSION = 1;
  private static final String PRODUCT = "paloma";
  private static final int MOST_WORD = 16;
  private static final int MOST_VERSION = 48;
  private static final int MOST_FILE = 120;

  /** The year 2100: some file systems take no later time. */
  private static final long LATEST = 4_102_444_800L;

  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  /** ASCII, so that every system writes it alike; no name of ours begins with a dot. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]*");

  private Statement() {}

  /** The bytes to sign. */
  public static byte[] encode(Release release) {
    return new CanonicalWriter()
        .u8(VERSION)
        .text(PRODUCT)
        .text(release.version().toString())
        .text(release.target().os())
        .text(release.target().arch())
        .text(release.target().form())
        .text(release.file())
        .i64(release.size())
        .hash(release.sha256())
        .i64(release.date().getEpochSecond())
        .bytes();
  }

  /** Reads what anybody may have made; whoever signed it is for others to check. */
  public static Release decode(byte[] bytes) throws MalformedException {
    CanonicalReader.check(bytes.length <= MOST_BYTES, "a statement too long");
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "version of a statement");
    CanonicalReader.check(in.text(MOST_WORD).equals(PRODUCT), "another product");
    var version =
        ReleaseVersion.parse(in.text(MOST_VERSION))
            .orElseThrow(() -> new MalformedException("version of a release"));
    var target = new ReleaseTarget(word(in), word(in), word(in));
    var file = in.text(MOST_FILE);
    CanonicalReader.check(safe(file), "name of a release");
    long size = in.i64(1, MOST_SIZE);
    var sha256 = in.hash();
    var date = Instant.ofEpochSecond(in.i64(1, LATEST));
    in.end();
    return new Release(version, target, file, size, sha256, date);
  }

  private static String word(CanonicalReader in) throws MalformedException {
    var word = in.text(MOST_WORD);
    CanonicalReader.check(WORD.matcher(word).matches(), "a word of a release");
    return word;
  }

  /** Whether a file of this name can be released. */
  public static boolean safe(String file) {
    return file.length() <= MOST_FILE
        && !file.endsWith(ReleaseFile.ENDING)
        && FILE.matcher(file).matches()
        && SafeNames.of(file).equals(file);
  }
}
