package paloma.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import paloma.archive.Restoring;
import paloma.cli.control.Exit;
import paloma.model.Problem;
import paloma.settings.ProfileLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code restore}: a backup takes the place of a profile that does not run. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "FILE", descriptionKey = "BACKUPFILE")
  private Path file;

  @Option(names = "--passphrase-file", paramLabel = "FILE")
  private Optional<Path> passphraseFile = Optional.empty();

  @Override
  public Integer call() throws Exception {
    var profile = paloma.profile();
    profile.create();
    var lock = ProfileLock.take(profile);
    if (lock.isEmpty()) {
      throw Problem.failed("profile-in-use", profile.path().toString()).exception();
    }
    try (var _ = lock.get()) {
      var passphrase = new Passphrase(passphraseFile, paloma.console()).known();
      print(new Restoring(profile.path(), Instant.now()).from(file, passphrase));
    }
    return Exit.DONE;
  }

  private void print(Restoring.Restored restored) {
    var console = paloma.console();
    var aside = restored.aside() == null ? null : restored.aside().toString();
    if (console.json()) {
      var row = new LinkedHashMap<String, Object>();
      row.put("profile", paloma.profile().path().toString());
      row.put("made", restored.made().toString());
      row.put("aside", aside);
      row.put("messages", restored.messages());
      console.row(row);
    } else {
      var made = DAY.format(restored.made().atZone(ZoneId.systemDefault()));
      console.line(console.words().say("cli.restore.done", made, aside == null ? "-" : aside));
    }
  }
}
