package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.settings.Json;

/** Two instances on one LAN in memory, asked over their control sockets as commands ask them. */
@Timeout(60)
final class InstanceTest {
  @TempDir Path folder;

  private LoopbackOffice office;
  private Instance anna;

  private record Answer(ControlClient.End end, List<Map<String, Object>> rows) {
    int exit() {
      return end.exit();
    }

    Map<String, Object> row() {
      assertThat(rows).as("%s", end).hasSize(1);
      return rows.getFirst();
    }

    String problem() {
      return end.problem().orElseThrow().code();
    }
  }

  @BeforeEach
  void twoColleagues() {
    office = new LoopbackOffice(folder);
    anna = office.start("anna");
    office.start("bo");
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
      return new Answer(client.ask(command, map, rows::add), rows);
    }
  }

  @Test
  void aMessageIsDeliveredReadAndFoundAgain() throws IOException {
    var sent = ask("anna", "send", "conversation", "bo", "text", "你好 Bo", "wait", "delivered");

    assertThat(sent.exit()).isZero();
    assertThat(sent.row()).containsEntry("state", "delivered");
    assertThat(sent.row().get("counts")).isEqualTo(Map.of("delivered", 1, "read", 0, "of", 1));

    assertThat(ask("bo", "read", "conversation", "anna").row()).containsEntry("unread", 0);
    var history = ask("bo", "history", "conversation", "anna").row();
    assertThat(history)
        .containsEntry("message", sent.row().get("message"))
        .containsEntry("text", "你好 Bo")
        .containsEntry("authorName", "anna");
    var found = ask("bo", "search", "query", "你好", "from", "anna").row();
    assertThat(found).containsEntry("snippet", "你好 Bo");
    assertThat(ask("bo", "search", "query", "再见").rows()).isEmpty();
  }

  @Test
  void whoCannotBeFoundOrMayNotBeTalkedToHasItsExitCode() throws IOException {
    var nobody = ask("anna", "send", "conversation", "nobody", "text", "hi");
    assertThat(nobody.exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(nobody.problem()).isEqualTo("unknown-peer");

    assertThat(ask("anna", "trust", "peer", "bo", "trust", "blocked").row())
        .containsEntry("trust", "blocked");
    var refused = ask("anna", "send", "conversation", "bo", "text", "hi");
    assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
    assertThat(refused.rows()).isEmpty();

    assertThat(ask("anna", "accept", "offer", "no-such-offer").exit()).isEqualTo(Exit.UNKNOWN);
    assertThat(ask("anna", "send", "conversation", "bo").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void aWaitThatRunsOutStillHasItsRow() throws IOException {
    assertThat(ask("anna", "send", "conversation", "bo", "text", "1", "wait", "delivered").exit())
        .isZero();

    var sent = ask("anna", "send", "conversation", "bo", "text", "2", "wait", "read", "seconds", 1);

    assertThat(sent.exit()).isEqualTo(Exit.TIMED_OUT);
    assertThat(sent.row().get("state")).isIn("queued", "sent", "delivered");
  }

  @Test
  void whatIsSentWithoutWaitingStandsInItsOrder() throws IOException {
    int many = 500;
    var asked = new StringBuilder();
    for (int i = 0; i < many; i++) {
      var request = new LinkedHashMap<String, Object>();
      request.put("id", i);
      request.put("command", "send");
      request.put("conversation", "bo");
      request.put("text", "line " + i);
      asked.append(Json.line(request)).append('\n');
    }
    var socket = UnixDomainSocketAddress.of(office.profile("anna").controlSocket());
    try (var channel = SocketChannel.open(socket)) {
      var bytes = ByteBuffer.wrap(asked.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.shutdownOutput();
      var in = new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8);
      long done = new BufferedReader(in).lines().filter(l -> l.contains("\"exit\":0")).count();
      assertThat(done).isEqualTo(many);
    }

    var history = ask("anna", "history", "conversation", "bo", "limit", many);

    assertThat(history.rows())
        .extracting(row -> row.get("text"))
        .isEqualTo(IntStream.range(0, many).mapToObj(i -> "line " + i).toList());
  }

  /** The settings behind the watch are answered only when the watch listens. */
  @Test
  void aWatchMissesNothingThatCameAfterItBegan() throws Exception {
    var socket = UnixDomainSocketAddress.of(office.profile("bo").controlSocket());
    try (var channel = SocketChannel.open(socket)) {
      var asked =
          """
          {"id":1,"command":"watch"}
          {"id":2,"command":"settings get","key":"theme"}
          """;
      channel.write(ByteBuffer.wrap(asked.getBytes(StandardCharsets.UTF_8)));
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
      while (!in.readLine().contains("\"exit\":0")) {
        // Notices may come before.
      }

      assertThat(ask("anna", "send", "conversation", "bo", "text", "ping").exit()).isZero();

      String line;
      do {
        line = in.readLine();
      } while (!line.contains("message-received"));
      assertThat(line).contains("\"id\":1", "\"text\":\"ping\"", "\"at\":");
    }
  }

  @Test
  void theOwnRecordCanBeChangedAndIsChecked() throws IOException {
    assertThat(ask("anna", "me", "status", "at lunch", "presence", "away").row())
        .containsEntry("status", "at lunch")
        .containsEntry("presence", "away")
        .containsEntry("department", "Sales")
        .containsKey("fingerprint");
    assertThat(ask("anna", "me", "name", "x".repeat(65)).exit()).isEqualTo(Exit.USAGE);
    assertThat(ask("anna", "me", "presence", "offline").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void statusAndMetricsHaveTheFieldsOfTheContract() throws IOException {
    assertThat(ask("anna", "status").row())
        .containsKeys(
            "id", "name", "port", "wires", "interfaces", "links", "peers", "uptime", "version");
    assertThat(ask("anna", "metrics").row())
        .containsKeys("heapUsedBytes", "rssBytes", "threads", "commits", "cpuSeconds");
  }

  @Test
  void aProfileBelongsToOneInstanceUntilThatEnds() throws Exception {
    assertThat(office.take("anna")).isEmpty();
    try (var client = ControlClient.connect(office.profile("anna")).orElseThrow()) {
      assertThat(client.ask("stop", Map.of(), _ -> {}).exit()).isZero();
      anna.awaitStop();
      anna.close();
      client.awaitEnd();
    }
    assertThat(office.profile("anna").controlSocket()).doesNotExist();
    assertThat(office.take("anna")).isPresent();
  }
}
