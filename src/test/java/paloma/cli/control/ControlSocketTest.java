package paloma.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.settings.Json;
import paloma.settings.Language;
import paloma.settings.ProfileFolder;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** The protocol of the control socket, by commands that need no messenger. */
final class ControlSocketTest {
  @TempDir Path folder;

  private final SystemTime time = new SystemTime();
  private final Tasks tasks = new Tasks(time);
  private final CountDownLatch raised = new CountDownLatch(1);
  private final Errands errands = new Errands();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private ControlServer server;

  private ProfileFolder serve(Path profile) throws Exception {
    Files.createDirectories(profile);
    var words = Words.in(Language.EN);
    var requests = new Requests(null, Settings.inMemory(), words, errands, stopped::countDown);
    errands.open(errand -> {
      if (errand instanceof Errand.Raise) raised.countDown();
    });
    var place = new ProfileFolder(profile);
    server = new ControlServer(place, requests, words, tasks);
    server.open();
    server.start();
    return place;
  }

  @AfterEach
  void end() throws Exception {
    if (server != null) server.close();
    tasks.close();
    time.close();
  }

  private static ControlClient.End ask(
      ProfileFolder profile, String command, Map<String, ?> fields, List<Map<String, Object>> rows)
      throws Exception {
    try (var client = ControlClient.connect(profile).orElseThrow()) {
      return client.ask(command, fields, rows::add);
    }
  }

  @Test
  void aRequestIsAnsweredByRowsAndAnExitCode() throws Exception {
    var profile = serve(folder);
    var rows = new ArrayList<Map<String, Object>>();

    var set = ask(profile, "settings set", Map.of("key", "theme", "value", "dark"), rows);
    var get = ask(profile, "settings get", Map.of("key", "theme"), rows);

    assertThat(set.exit()).isZero();
    assertThat(get.exit()).isZero();
    assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("value", "dark")).hasSize(2);
  }

  @Test
  void whatCannotBeIsAProblemWithItsExitCode() throws Exception {
    var profile = serve(folder);

    var end = ask(profile, "settings get", Map.of("key", "colour"), new ArrayList<>());
    var unknown = ask(profile, "dance", Map.of(), new ArrayList<>());

    assertThat(end.exit()).isEqualTo(Exit.USAGE);
    assertThat(end.problem().orElseThrow().code()).isEqualTo("setting-unknown");
    assertThat(end.problem().orElseThrow().details()).containsExactly("colour");
    assertThat(unknown.exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void requestsMayFollowEachOtherWithoutWaitingAndAreToldApartByTheirIds() throws Exception {
    var profile = serve(folder);
    var asked = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      asked
          .append("{\"id\":")
          .append(i)
          .append(",\"command\":\"settings get\",\"key\":\"theme\"}\n");
    }
    asked.append("nonsense\n");
    try (var channel = new SocketFile(profile).connect()) {
      channel.write(ByteBuffer.wrap(asked.toString().getBytes(StandardCharsets.UTF_8)));
      channel.shutdownOutput();
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
      var ends = new ArrayList<Object>();
      int rows = 0;
      int malformed = 0;
      for (String line; (line = in.readLine()) != null; ) {
        var answer = Json.object(line);
        if (answer.containsKey("row")) {
          rows++;
        } else if (answer.containsKey("id")) {
          ends.add(answer.get("id"));
        } else {
          malformed++;
          assertThat(answer).containsEntry("exit", Exit.USAGE);
        }
      }
      assertThat(rows).isEqualTo(200);
      assertThat(ends).hasSize(200).doesNotHaveDuplicates();
      assertThat(malformed).isEqualTo(1);
    }
  }

  @Test
  void nobodyElseMayOpenTheSocket() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    var profile = serve(folder);

    var rights = Files.getPosixFilePermissions(profile.controlSocket());

    assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
  }

  @Test
  void theSocketOfAKilledInstanceIsTakenOver() throws Exception {
    var left = folder.resolve("control.sock");
    try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(left));
    }
    assertThat(ControlClient.connect(new ProfileFolder(folder))).isEmpty();

    var profile = serve(folder);

    assertThat(ask(profile, "settings", Map.of(), new ArrayList<>()).exit()).isZero();
  }

  @Test
  void aPathTooLongForASocketIsReachedThroughAPointer() throws Exception {
    var profile = serve(folder.resolve("long".repeat(30)));

    assertThat(profile.controlSocket()).isRegularFile();
    assertThat(ask(profile, "settings", Map.of(), new ArrayList<>()).exit()).isZero();
    var real = Path.of(Files.readString(profile.controlSocket()));

    server.close();

    assertThat(profile.controlSocket()).doesNotExist();
    assertThat(real.getParent()).doesNotExist();
  }

  @Test
  void raiseAndStopReachTheFrontEnd() throws Exception {
    var profile = serve(folder);

    assertThat(ask(profile, "raise", Map.of(), new ArrayList<>()).exit()).isZero();
    assertThat(ask(profile, "stop", Map.of(), new ArrayList<>()).exit()).isZero();

    assertThat(raised.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClientThatWaitsForTheEndSeesIt() throws Exception {
    var profile = serve(folder);
    try (var client = ControlClient.connect(profile).orElseThrow()) {
      assertThat(client.ask("settings", Map.of(), _ -> {}).exit()).isZero();
      server.close();
      client.awaitEnd();
    }
    assertThat(ControlClient.connect(profile)).isEmpty();
  }
}
