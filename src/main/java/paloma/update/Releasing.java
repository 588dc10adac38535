package paloma.update;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import paloma.identity.SigningKey;
import paloma.model.Hash;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;
import paloma.model.SignedRelease;

/** What a maker of Paloma does with an installer: describes it, signs it, looks at it again. */
public final class Releasing {
  private static final int BUFFER = 1 << 20;

  /** {@code paloma_0.2.0_amd64.deb, paloma-0.2.0.x86_64.rpm, Paloma-0.2.0-x64.msi} … */
  private static final Pattern VERSION =
      Pattern.compile("[_-]([0-9]+\\.[0-9]+\\.[0-9]+(?:-(?:alpha|beta|pre|rc)[0-9]*)?)");

  private static final Pattern ARCH =
      Pattern.compile("(?i)[_.-](amd64|x86_64|x64|arm64|aarch64|all|noarch)(?=[_.-])");

  private Releasing() {}

  /** What is said on the command line; what is not is read from the installer's name. */
  public record Said(
      Optional<String> version,
      Optional<String> os,
      Optional<String> arch,
      Optional<String> form) {}

  /** Describes an installer; reads all of it. */
  public static Release describe(Path installer, Said said, Instant now) {
    var file = installer.getFileName().toString();
    if (!Statement.safe(file)) throw Problem.usage("release-name", file).exception();
    var form = said.form.orElseGet(() -> ending(file));
    var version =
        said.version
            .or(() -> first(VERSION, file))
            .flatMap(ReleaseVersion::parse)
            .orElseThrow(() -> Problem.usage("release-says", "--version-of", file).exception());
    var os =
        said.os
            .or(() -> os(form))
            .orElseThrow(() -> Problem.usage("release-says", "--os", file).exception());
    var arch =
        said.arch
            .or(() -> first(ARCH, file))
            .map(Running::arch)
            .orElseThrow(() -> Problem.usage("release-says", "--arch", file).exception());
    var date = Instant.ofEpochSecond(now.getEpochSecond());
    try {
      long size = Files.size(installer);
      if (size < 1 || size > Statement.MOST_SIZE) {
        throw Problem.usage("release-size", file).exception();
      }
      var target = new ReleaseTarget(os, arch, form);
      return new Release(version, target, file, size, sha256(installer), date);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-unreadable", installer.toString()), e);
    }
  }

  private static Optional<String> first(Pattern pattern, String name) {
    var match = pattern.matcher(name);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> os(String form) {
    return switch (form) {
      case "deb", "rpm" -> Optional.of("linux");
      case "msi", "exe" -> Optional.of("windows");
      case "pkg", "dmg" -> Optional.of("macos");
      default -> Optional.empty();
    };
  }

  private static Hash sha256(Path file) throws IOException {
    var digest = Hash.digest();
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = java.nio.ByteBuffer.allocate(BUFFER);
      while (in.read(buffer.clear()) >= 0) digest.update(buffer.flip());
    }
    return Hash.of(digest.digest());
  }

  /** Signs a release and writes the statement beside the installer; returns where. */
  public static Path sign(Path installer, Release release, SigningKey key) {
    var statement = Statement.encode(release);
    var signed = new SignedRelease(statement, key.sign(Statement.CONTEXT, statement));
    var file = ReleaseFile.beside(installer);
    try {
      ReleaseFile.write(file, signed);
      return file;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.failed("write-failed", file.toString(), String.valueOf(e.getMessage())), e);
    }
  }

  /** The release beside an installer, when a key of these signed it and the file is that one. */
  public static Release check(Path installer, ReleaseKeys keys) {
    var signed = InstallerShelf.statementOf(installer);
    var name = installer.getFileName().toString();
    var release =
        keys.check(signed).orElseThrow(() -> Problem.refused("update-wrong", name).exception());
    try {
      boolean same =
          Files.size(installer) == release.size() && sha256(installer).equals(release.sha256());
      if (!same) throw Problem.refused("update-tampered", release.file()).exception();
      return release;
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-unreadable", installer.toString()), e);
    }
  }
}
