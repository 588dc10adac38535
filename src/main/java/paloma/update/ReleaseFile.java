package paloma.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import paloma.identity.Identity;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.SignedRelease;

/** The small file beside an installer in which its signed statement travels. */
public final class ReleaseFile {
  /** What the installer's name is followed by. */
  public static final String ENDING = ".release";

  /** "PLMR": tells a person who looks inside what this is. */
  private static final int MAGIC = 0x504c4d52;

  private static final int VERSION = 1;
  private static final int MOST_BYTES = 4 + 1 + 4 + Statement.MOST_BYTES + Identity.SIGNATURE_BYTES;

  private ReleaseFile() {}

  /** Where the statement of an installer lies. */
  public static Path beside(Path installer) {
    return installer.resolveSibling(installer.getFileName() + ENDING);
  }

  static byte[] encode(SignedRelease signed) {
    return new CanonicalWriter()
        .i32(MAGIC)
        .u8(VERSION)
        .block(signed.statement())
        .raw(signed.signature())
        .bytes();
  }

  static SignedRelease decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.i32() == MAGIC, "not a release file");
    CanonicalReader.check(in.u8() == VERSION, "version of a release file");
    var statement = in.block(Statement.MOST_BYTES);
    var signature = in.raw(Identity.SIGNATURE_BYTES);
    in.end();
    return new SignedRelease(statement, signature);
  }

  /**
   * Reads a file; whoever signed it is for others to check.
   *
   * @throws NoSuchFileException when there is none
   * @throws MalformedException when it is something else
   */
  public static SignedRelease read(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      CanonicalReader.check(bytes.length <= MOST_BYTES, "a release file too long");
      return decode(bytes);
    }
  }

  /** Writes a file whole or not at all; an older statement is replaced. */
  public static void write(Path file, SignedRelease signed) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, encode(signed));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
