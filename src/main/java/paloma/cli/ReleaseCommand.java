package paloma.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import paloma.cli.control.Exit;
import paloma.cli.control.Rows;
import paloma.identity.SigningKey;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Release;
import paloma.update.ReleaseFile;
import paloma.update.ReleaseKeys;
import paloma.update.Releasing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code release}: for those who make installers; needs no running instance. */
@Command(
    name = "release",
    subcommands = {ReleaseCommand.Key.class, ReleaseCommand.Sign.class, ReleaseCommand.Check.class})
final class ReleaseCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    throw new picocli.CommandLine.ParameterException(spec.commandLine(), "key, sign, check");
  }

  private int print(Map<String, Object> row) {
    var console = paloma.console();
    if (console.json()) {
      console.row(row);
    } else {
      paloma.human().sheet(row).forEach(console::line);
    }
    return Exit.DONE;
  }

  private static Map<String, Object> row(Release release, Path statement) {
    var row = new LinkedHashMap<String, Object>();
    row.put("version", release.version().toString());
    row.put("os", release.target().os());
    row.put("arch", release.target().arch());
    row.put("form", release.target().form());
    row.put("file", release.file());
    row.put("bytes", release.size());
    row.put("sha256", release.sha256().hex());
    row.put("date", Rows.time(release.date()));
    row.put("statement", statement.toString());
    return row;
  }

  private static Path there(Path installer) {
    if (Files.isRegularFile(installer)) return installer;
    throw Problem.failed("file-missing", installer.toString()).exception();
  }

  /** {@code release key}. */
  @Command(name = "key")
  static final class Key implements Callable<Integer> {
    @ParentCommand private ReleaseCommand release;

    @Parameters(paramLabel = "FILE", descriptionKey = "KEYFILE")
    private Path file;

    @Override
    public Integer call() {
      var key = SigningKey.create(file);
      var row = new LinkedHashMap<String, Object>();
      row.put("publicKey", Base64.getEncoder().encodeToString(key.publicKey()));
      row.put("file", file.toString());
      return release.print(row);
    }
  }

  /** {@code release sign}. */
  @Command(name = "sign")
  static final class Sign implements Callable<Integer> {
    @ParentCommand private ReleaseCommand release;

    @Parameters(paramLabel = "INSTALLER", descriptionKey = "INSTALLER")
    private Path installer;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "KEYFILE")
    private Path key;

    @Option(names = "--version-of", paramLabel = "VERSION")
    private Optional<String> version = Optional.empty();

    @Option(names = "--os", paramLabel = "linux|windows|macos")
    private Optional<String> os = Optional.empty();

    @Option(names = "--arch", paramLabel = "x64|aarch64|any")
    private Optional<String> arch = Optional.empty();

    @Option(names = "--form", paramLabel = "deb|rpm|msi|exe|pkg|dmg|zip")
    private Optional<String> form = Optional.empty();

    @Override
    public Integer call() {
      var said = new Releasing.Said(version, os, arch, form);
      var described = Releasing.describe(there(installer), said, Instant.now());
      var statement = Releasing.sign(installer, described, SigningKey.read(key));
      return release.print(row(described, statement));
    }
  }

  /** {@code release check}. */
  @Command(name = "check")
  static final class Check implements Callable<Integer> {
    @ParentCommand private ReleaseCommand release;

    @Parameters(paramLabel = "INSTALLER", descriptionKey = "INSTALLER")
    private Path installer;

    @Option(names = "--public-key", paramLabel = "KEY")
    private Optional<String> publicKey = Optional.empty();

    @Override
    public Integer call() {
      try {
        var keys = publicKey.map(ReleaseKeys::of).orElseGet(ReleaseKeys::ofBuild);
        if (keys.isEmpty()) throw Problem.refused("updates-no-key").exception();
        var checked = Releasing.check(there(installer), keys);
        return release.print(row(checked, ReleaseFile.beside(installer)));
      } catch (ProblemException e) {
        // Good or not: a script wants no finer difference.
        release.paloma.console().problem(e.problem());
        return Exit.FAILED;
      }
    }
  }
}
