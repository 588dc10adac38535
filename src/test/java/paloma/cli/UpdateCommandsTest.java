package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.core.Notice;
import paloma.model.Update;
import paloma.update.Maker;

/** Updates over the control socket, as the commands ask for them. */
@Timeout(60)
final class UpdateCommandsTest {
  @TempDir Path folder;

  private Maker maker;
  private LoopbackOffice office;
  private Instance anna;
  private Instance bo;

  private record Answer(int exit, List<Map<String, Object>> rows, Optional<String> problem) {
    Map<String, Object> row() {
      assertThat(rows).as("%s", problem).hasSize(1);
      return rows.getFirst();
    }
  }

  @BeforeEach
  void twoColleagues() throws Exception {
    maker = new Maker(folder.resolve("made"));
    office = new LoopbackOffice(folder, maker.keys());
    anna = office.start("anna");
    bo = office.start("bo");
    assertThat(ask("anna", "send", "conversation", "bo", "text", "hi", "wait", "delivered").exit())
        .isZero();
  }

  @AfterEach
  void end() {
    office.close();
  }

  private Answer ask(String who, String command, Object... fields) throws IOException {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < fields.length; i += 2) map.put((String) fields[i], fields[i + 1]);
    try (var client = ControlClient.connect(office.profile(who)).orElseThrow()) {
      var rows = new ArrayList<Map<String, Object>>();
      var end = client.ask(command, map, rows::add);
      return new Answer(end.exit(), rows, end.problem().map(p -> p.code()));
    }
  }

  private Answer add(String who, Path installer) throws IOException {
    return ask(who, "update add", "path", installer.toString());
  }

  private void awaitAvailable(Instance instance) throws Exception {
    var seen = new java.util.concurrent.Semaphore(0);
    try (var _ =
        instance
            .open()
            .listen(notice -> {
              if (notice instanceof Notice.UpdateChanged) seen.release();
            })) {
      while (instance.open().updates().shown().map(Update::state).isEmpty()) {
        assertThat(seen.tryAcquire(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void anUpdateIsAddedSeenGotAndInstalled() throws Exception {
    assertThat(ask("bo", "update").row())
        .containsEntry("state", "none")
        .containsEntry("running", anna.open().status().version());
    assertThat(ask("bo", "update get").exit()).isEqualTo(Exit.UNKNOWN);

    var installer = maker.release("7.0.0");
    assertThat(add("anna", installer).row())
        .containsEntry("version", "7.0.0")
        .containsEntry("os", "linux")
        .containsEntry("state", "held");
    awaitAvailable(bo);

    assertThat(ask("bo", "update").row())
        .containsEntry("version", "7.0.0")
        .containsEntry("state", "available")
        .containsEntry("fromName", "anna")
        .containsEntry("from", anna.open().me().id().text())
        .containsEntry("bytes", 3_000_000)
        .containsEntry("done", 0)
        .containsEntry("installable", true)
        .containsEntry("problem", null)
        .containsKeys("running", "file", "date", "form", "arch");
    assertThat(ask("bo", "update install").problem()).contains("update-not-ready");

    var got = ask("bo", "update get", "wait", "finished", "seconds", 20);
    assertThat(got.exit()).isZero();
    assertThat(got.row()).containsEntry("state", "ready").containsEntry("done", 3_000_000);

    assertThat(ask("bo", "update install").row())
        .containsEntry("install", "type")
        .containsEntry("type", "install " + installer.getFileName());
    assertThat(ask("bo", "update dismiss").row()).containsEntry("state", "none");
  }

  @Test
  void whatIsNotRightIsRefusedWithItsReason() throws Exception {
    var tampered = maker.release("7.0.0");
    Maker.tamper(tampered);
    var refused = add("anna", tampered);
    assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
    assertThat(refused.problem()).contains("update-tampered");
    assertThat(add("anna", maker.unsigned("7.0.1", Maker.HERE, 5)).problem())
        .contains("update-unsigned");
    assertThat(add("anna", new Maker(folder.resolve("foreign")).release("7.0.2")).problem())
        .contains("update-wrong");
    assertThat(add("anna", maker.release("0.0.1")).problem()).contains("update-older");
    assertThat(ask("anna", "update add", "path", "relative.deb").exit()).isEqualTo(Exit.USAGE);
    assertThat(ask("anna", "update get", "wait", "soon").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void theSettingsForbidAndPin() throws Exception {
    assertThat(ask("anna", "settings set", "key", "updates", "value", "off").exit()).isZero();
    assertThat(add("anna", maker.release("7.0.0")).problem()).contains("updates-off");
    assertThat(ask("anna", "settings set", "key", "updates", "value", "auto").exit())
        .isEqualTo(Exit.USAGE);
    assertThat(ask("anna", "settings set", "key", "updates", "value", "ask").exit()).isZero();
    assertThat(ask("anna", "settings set", "key", "updates.version", "value", "6.0.0").exit())
        .isZero();
    assertThat(add("anna", maker.release("7.0.0")).exit()).isZero();
    assertThat(ask("anna", "update").row()).containsEntry("state", "none");
    awaitAvailable(bo);
    assertThat(ask("bo", "update").row()).containsEntry("version", "7.0.0");
  }
}
