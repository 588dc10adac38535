package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.model.Problem;
import paloma.settings.Json;
import paloma.settings.Policy;
import paloma.settings.PolicyReading;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** An instance in an office that decides something, asked as the commands ask it. */
@Timeout(60)
final class OfficePolicyTest {
  private static final PolicyReading VERIFIED =
      PolicyReading.of(
          new Policy(Map.of("accept", new Policy.Lock("verified", "audit")), Map.of(), ""));

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

  private ControlClient.End ask(
      String command, Map<String, Object> fields, List<Map<String, Object>> rows) {
    try (var client = ControlClient.connect(office.profile("anna")).orElseThrow()) {
      return client.ask(command, fields, rows::add);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private int run(String... args) {
    var all = new ArrayList<>(List.of("--profile", office.profile("anna").path().toString()));
    all.addAll(List.of(args));
    return PalomaCommand.run(all.toArray(String[]::new), office);
  }

  @Test
  void aLockedSettingIsShownWithItsReasonAndCannotBeSet() {
    office.decide(VERIFIED);
    office.start("anna");
    var rows = new ArrayList<Map<String, Object>>();

    assertThat(ask("settings get", Map.of("key", "accept"), rows).exit()).isZero();
    assertThat(ask("settings get", Map.of("key", "theme"), rows).exit()).isZero();

    var accept = new LinkedHashMap<String, Object>();
    accept.put("key", "accept");
    accept.put("value", "verified");
    accept.put("locked", true);
    accept.put("why", "audit");
    assertThat(rows.getFirst()).isEqualTo(accept);
    assertThat(rows.getLast()).containsEntry("locked", false).containsEntry("why", null);
    assertThat(run("settings", "set", "accept", "all")).isEqualTo(Exit.REFUSED);
    assertThat(run("settings", "get", "accept")).isZero();
    assertThat(run("settings")).isZero();
  }

  @Test
  void addressesAndThePortAreSetLikeAnythingElse() {
    office.start("anna");

    assertThat(run("settings", "set", "seeds", "10.1.0.5,b:7")).isZero();
    assertThat(run("settings", "set", "seeds", "a b")).isEqualTo(Exit.USAGE);
    assertThat(run("settings", "set", "port", "65536")).isEqualTo(Exit.USAGE);

    var rows = new ArrayList<Map<String, Object>>();
    ask("settings get", Map.of("key", "seeds"), rows);
    assertThat(rows.getFirst()).containsEntry("value", List.of("10.1.0.5", "b:7"));
  }

  @Test
  void anOptionAgainstTheOfficeEndsWithSixAndGivesTheProfileBack() {
    office.decide(VERIFIED);

    assertThat(run("node", "--accept", "all")).isEqualTo(Exit.REFUSED);

    assertThat(office.take("anna")).isPresent();
  }

  @Test
  void whoTakesAProfileAgainstTheOfficeIsTold() {
    office.decide(VERIFIED);
    var usual = LaunchOptions.usual();
    var asked =
        new LaunchOptions(
            Optional.of("anna"),
            usual.department(),
            usual.port(),
            usual.binds(),
            usual.peers(),
            usual.downloads(),
            Optional.of("known"));
    try (var time = new SystemTime();
        var tasks = new Tasks(time)) {
      assertThatThrownBy(() -> Instance.take(office.profile("anna"), office, asked, tasks))
          .hasMessageContaining("setting-locked")
          .hasMessageContaining("accept");
    }
  }

  @Test
  void aRefusedPolicyDecidesNothingAndIsToldToWhoeverAsksOrWatches() throws Exception {
    var refused = Problem.failed("policy-value", "/etc/paloma/policy.json:3:4", "theme", "pink");
    var unknown = Problem.failed("policy-unknown-key", "HKLM\\x\\later", "later");
    office.decide(
        PolicyReading.refused(refused)
            .over(new PolicyReading(Policy.NONE, List.of(), List.of(unknown))));
    office.start("anna");
    var rows = new ArrayList<Map<String, Object>>();

    assertThat(ask("settings problems", Map.of(), rows).exit()).isZero();
    assertThat(rows).extracting(r -> r.get("code")).containsExactly(refused.code(), unknown.code());
    assertThat((String) rows.getFirst().get("says")).contains("/etc/paloma/policy.json:3:4");
    assertThat(run("settings", "set", "theme", "dark")).isZero();

    var heard = watch();
    assertThat(heard.get("row"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("event", "problem")
        .containsEntry("code", "policy-value");
  }

  /** The first row of a watch. */
  private Map<String, Object> watch() throws Exception {
    var socket = UnixDomainSocketAddress.of(office.profile("anna").controlSocket());
    try (var channel = SocketChannel.open(socket)) {
      var asked = "{\"command\":\"watch\"}\n".getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(asked));
      var in = new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8);
      return Json.object(new BufferedReader(in).readLine());
    }
  }
}
