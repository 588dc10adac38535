package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.Query;
import paloma.settings.Json;

/** Exports, backups and what comes back, as people type them. */
@Timeout(120)
final class ArchiveCommandsTest {
  @TempDir Path folder;

  private LoopbackOffice office;
  private Instance anna;
  private ConversationId talk;

  @BeforeEach
  void aTalk() throws Exception {
    office = new LoopbackOffice(folder);
    anna = office.start("anna");
    var bo = office.start("bo");
    talk = anna.open().conversationWith(bo.open().me().id());
    for (int i = 0; i < 450; i++) anna.open().sayLater(talk, "number " + i);
    anna.open().say(talk, "last <b>");
    Identity.openOrCreate(office.profile("anna").path().resolve("identity.p12"));
  }

  @AfterEach
  void end() {
    office.close();
  }

  private int run(String... args) {
    return runIn("anna", args);
  }

  private int runIn(String profile, String... args) {
    var all = new ArrayList<>(List.of("--profile", folder.resolve(profile).toString(), "--json"));
    all.addAll(List.of(args));
    return PalomaCommand.run(all.toArray(String[]::new), office);
  }

  private String passphrase(String words) throws Exception {
    return Files.writeString(folder.resolve("pass" + words.hashCode()), words + "\nrest")
        .toString();
  }

  @Test
  void aLongConversationIsExportedWholeInOrderAndNothingIsOverwritten() throws Exception {
    var file = folder.resolve("talk.json");
    assertThat(run("export", "bo", "--format", "json", file.toString())).isZero();

    var messages = (List<?>) Json.object(Files.readString(file)).get("messages");
    assertThat(messages).hasSize(451);
    for (int i = 0; i < 450; i++) {
      assertThat(messages.get(i).toString()).contains("text=number " + i + ",");
    }
    Files.writeString(file, "mine");
    assertThat(run("export", "bo", "--format", "json", file.toString())).isEqualTo(Exit.FAILED);
    assertThat(file).hasContent("mine");
    assertThat(run("export", "bo", "--format", "html", folder.resolve("t.html").toString()))
        .isZero();
    assertThat(folder.resolve("t.html")).content().contains("last &lt;b&gt;");
    assertThat(run("export", "bo", "--format", "pdf", folder.resolve("t.pdf").toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(folder.resolve("t.pdf")).doesNotExist();
    assertThat(run("export", "nobody", "--format", "txt", folder.resolve("n").toString()))
        .isEqualTo(Exit.UNKNOWN);
  }

  @Test
  void aBackupIsRestoredAndTheOldProfileIsKept() throws Exception {
    var backup = folder.resolve("anna.backup").toString();
    var pass = passphrase("correct horse");
    assertThat(run("backup", backup, "--passphrase-file", pass)).isZero();
    assertThat(run("backup", backup, "--passphrase-file", pass)).isEqualTo(Exit.FAILED);
    assertThat(run("restore", backup, "--passphrase-file", pass))
        .as("while an instance runs")
        .isEqualTo(Exit.FAILED);
    anna.open().say(talk, "after the backup");
    anna.close();
    var profile = office.profile("anna").path();
    var before = Files.readAllBytes(profile.resolve("paloma.db"));
    var key = Files.readAllBytes(profile.resolve("identity.p12"));

    assertThat(run("restore", backup, "--passphrase-file", passphrase("wrong horse")))
        .isEqualTo(Exit.REFUSED);
    var cut = folder.resolve("cut.backup");
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(Path.of(backup)), 30_000));
    assertThat(run("restore", cut.toString(), "--passphrase-file", pass)).isEqualTo(Exit.FAILED);
    assertThat(profile.resolve("paloma.db")).hasBinaryContent(before);
    assertThat(profile.resolve("restoring")).doesNotExist();

    assertThat(run("restore", backup, "--passphrase-file", pass)).isZero();
    assertThat(profile.resolve("identity.p12")).hasBinaryContent(key);
    try (var files = Files.list(profile)) {
      var aside =
          files.filter(f -> f.getFileName().toString().startsWith("before-restore-")).toList();
      assertThat(aside).hasSize(1);
      assertThat(aside.getFirst().resolve("paloma.db")).hasBinaryContent(before);
      assertThat(aside.getFirst().resolve("identity.p12")).hasBinaryContent(key);
    }
    var again = office.take("anna").orElseThrow();
    again.start();
    var texts =
        again.open().messages(Query.latest(talk, 1000)).stream()
            .map(m -> ((Body.Text) m.body()).text())
            .toList();
    assertThat(texts).hasSize(451).endsWith("last <b>");
  }

  @Test
  void aBackupIsRestoredOnAnotherComputer() throws Exception {
    var backup = folder.resolve("anna.backup").toString();
    var pass = passphrase("correct horse");
    assertThat(run("backup", backup, "--passphrase-file", pass)).isZero();
    assertThat(runIn("new", "restore", backup, "--passphrase-file", pass)).isZero();
    assertThat(folder.resolve("new/paloma.db")).exists();
    assertThat(folder.resolve("new/identity.p12"))
        .hasBinaryContent(
            Files.readAllBytes(office.profile("anna").path().resolve("identity.p12")));
  }

  @Test
  void withoutAPassphraseNothingIsWritten() throws Exception {
    var backup = folder.resolve("anna.backup");
    assertThat(run("backup", backup.toString())).isEqualTo(Exit.USAGE);
    assertThat(run("backup", backup.toString(), "--passphrase-file", passphrase("short")))
        .isEqualTo(Exit.USAGE);
    assertThat(run("backup", backup.toString(), "--passphrase-file", passphrase("")))
        .isEqualTo(Exit.USAGE);
    assertThat(backup).doesNotExist();
    assertThat(
            run("restore", folder.resolve("no").toString(), "--passphrase-file", passphrase("x")))
        .isNotZero();
  }
}
