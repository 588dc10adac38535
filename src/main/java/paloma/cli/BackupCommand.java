package paloma.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backup}: everything of a profile in one encrypted file. */
@Command(name = "backup")
final class BackupCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "FILE", descriptionKey = "BACKUPFILE")
  private Path file;

  @Option(names = "--passphrase-file", paramLabel = "FILE")
  private Optional<Path> passphraseFile = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    // Nobody types a passphrase for nothing.
    if (Files.exists(file)) throw Problem.failed("file-exists", file.toString()).exception();
    var passphrase = new Passphrase(passphraseFile, paloma.console()).chosen();
    var fields =
        new Fields()
            .with("path", file.toAbsolutePath().normalize().toString())
            .with("passphrase", new String(passphrase));
    return ask(
        "backup",
        fields.map(),
        rows ->
            List.of(paloma.console().words().say("cli.backup.done", rows.getFirst().get("file"))));
  }
}
