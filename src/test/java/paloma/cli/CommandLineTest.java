package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import picocli.CommandLine;

final class CommandLineTest {
  @TempDir Path folder;
  private LoopbackOffice office;

  @BeforeEach
  void open() {
    office = new LoopbackOffice(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private int run(String... args) {
    var all = new ArrayList<String>();
    all.add("--profile");
    all.add(folder.resolve("profile").toString());
    all.addAll(java.util.List.of(args));
    return PalomaCommand.run(all.toArray(String[]::new), office);
  }

  @Test
  void whatIsNoCommandOrNoOptionIsAUsageError() {
    assertThat(run("fly")).isEqualTo(Exit.USAGE);
    assertThat(run("send")).isEqualTo(Exit.USAGE);
    assertThat(run("send", "anna", "hi", "--wait", "soon")).isEqualTo(Exit.USAGE);
    assertThat(run("history", "anna", "--limit", "many")).isEqualTo(Exit.USAGE);
    assertThat(run("node", "--port", "70000")).isEqualTo(Exit.USAGE);
    assertThat(run("node", "--accept", "some")).isEqualTo(Exit.USAGE);
    assertThat(run("trust", "anna", "fully")).isEqualTo(Exit.USAGE);
  }

  @Test
  void withoutAnInstanceClientsSaySo() {
    assertThat(run("peers")).isEqualTo(Exit.NOT_RUNNING);
    assertThat(run("--json", "send", "anna", "@not-a-file")).isEqualTo(Exit.NOT_RUNNING);
    assertThat(run("settings", "get", "theme", "--json")).isEqualTo(Exit.NOT_RUNNING);
    assertThat(run("stop")).isEqualTo(Exit.NOT_RUNNING);
    assertThat(folder.resolve("profile")).doesNotExist();
  }

  @Test
  void whatIsNotThereCannotBeOffered() {
    assertThat(run("offer", "anna", folder.resolve("nothing").toString())).isEqualTo(Exit.FAILED);
    assertThat(run("offer", "anna", folder.toString())).isEqualTo(Exit.NOT_RUNNING);
  }

  @Test
  void anAddressOfAnotherMachineCannotBeBound() {
    assertThat(run("node", "--bind", "192.0.2.1")).isEqualTo(Exit.FAILED);
  }

  @Test
  void everyCommandHasHelpVersionProfileAndJson() {
    for (var command : commands()) {
      assertThat(command.getCommandSpec().optionsMap().keySet())
          .as(command.getCommandSpec().qualifiedName())
          .contains("--help", "--version", "--profile", "--json");
    }
    assertThat(run("watch", "--help")).isZero();
    assertThat(run("settings", "set", "--version")).isZero();
  }

  @Test
  void everyCommandOptionAndParameterIsDescribed() {
    var missing = new ArrayList<String>();
    for (var command : commands()) {
      var spec = command.getCommandSpec();
      if (spec.usageMessage().description().length == 0) missing.add(spec.qualifiedName());
      for (var option : spec.args()) {
        if (option.description().length == 0 && !option.hidden()) {
          missing.add(spec.qualifiedName() + " " + option.paramLabel());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theDocumentationNamesEveryCommandAndOption() throws IOException {
    var page = Files.readString(Path.of("src/docs/cli.md"));
    for (var command : commands()) {
      var spec = command.getCommandSpec();
      assertThat(page).contains(spec.name());
      for (var option : spec.options()) {
        // What is hidden is for the build alone.
        if (!option.hidden()) assertThat(page).contains(option.longestName());
      }
    }
  }

  @Test
  void timesAreMomentsLocalTimesOrDays() {
    var fields = new Fields(ZoneId.of("Asia/Shanghai"));
    fields.withTime("a", Optional.of("2026-11-24"));
    fields.withTime("b", Optional.of("2026-11-24T09:30"));
    fields.withTime("c", Optional.of("2026-11-24T09:30:00Z"));

    assertThat(fields.map())
        .containsEntry("a", "2026-11-23T16:00:00Z")
        .containsEntry("b", "2026-11-24T01:30:00Z")
        .containsEntry("c", "2026-11-24T09:30:00Z");
    assertThatThrownBy(() -> fields.withTime("d", Optional.of("noon")))
        .hasMessageContaining("time-wrong");
  }

  private static ArrayList<CommandLine> commands() {
    var all = new ArrayList<CommandLine>();
    collect(PalomaCommand.described(null), all);
    assertThat(all).hasSizeGreaterThan(20);
    return all;
  }

  private static void collect(CommandLine command, ArrayList<CommandLine> into) {
    into.add(command);
    command.getSubcommands().values().forEach(sub -> collect(sub, into));
  }
}
