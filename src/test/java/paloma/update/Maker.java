package paloma.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import paloma.identity.SigningKey;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.SignedRelease;

/** Who makes releases in tests: a key and installers that hold nothing but bytes. */
public final class Maker {
  /** What the people of the tests run. */
  public static final ReleaseTarget HERE = new ReleaseTarget("linux", "x64", "deb");

  private static final Instant DATE = Instant.parse("2026-11-24T09:30:00Z");

  private final Path folder;
  private final SigningKey key;

  public Maker(Path folder) {
    this(folder, SigningKey.generate());
  }

  Maker(Path folder, SigningKey key) {
    this.folder = folder;
    this.key = key;
  }

  public ReleaseKeys keys() {
    return new ReleaseKeys(List.of(key.publicKey()));
  }

  /** A signed installer for {@link #HERE}. */
  public Path release(String version) throws IOException {
    return release(version, HERE, 3_000_000);
  }

  public Path release(String version, ReleaseTarget target, int bytes) throws IOException {
    var installer = unsigned(version, target, bytes);
    Releasing.sign(installer, describe(installer, version, target), key);
    return installer;
  }

  /** An installer without a statement. */
  public Path unsigned(String version, ReleaseTarget target, int bytes) throws IOException {
    var content = new byte[bytes];
    new Random(version.hashCode()).nextBytes(content);
    var name = "paloma-" + version + "-" + target.arch() + "." + target.form();
    return Files.write(Files.createDirectories(folder).resolve(name), content);
  }

  static Release describe(Path installer, String version, ReleaseTarget target) {
    var said =
        new Releasing.Said(
            Optional.of(version),
            Optional.of(target.os()),
            Optional.of(target.arch()),
            Optional.of(target.form()));
    return Releasing.describe(installer, said, DATE);
  }

  /** What a signature of this maker's makes of any statement. */
  SignedRelease sign(byte[] statement) {
    return new SignedRelease(statement, key.sign(Statement.CONTEXT, statement));
  }

  /** Changes one byte of a file and nothing else that can be seen from outside. */
  public static void tamper(Path file) throws IOException {
    var time = Files.getLastModifiedTime(file);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    var other = file.resolveSibling("other");
    Files.write(other, bytes);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(file, time);
  }
}
