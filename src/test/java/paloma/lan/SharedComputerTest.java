package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people at one computer, as on a terminal server: each under an account of their own. */
@RealHosts
final class SharedComputerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Accounts that every Linux has. */
  private static final String ONE = "daemon";

  private static final String OTHER = "bin";

  private final Lan lan = new Lan();

  @BeforeEach
  void letEverybodyIn() throws IOException {
    Files.setPosixFilePermissions(lan.folder(), PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void peopleAtOneComputerStartAtOnceAndFindEachOtherAndAreFound() throws Exception {
    var shared = lan.host();
    assumeTrue(readable(shared), "another account may not read the program that is tested");
    // By the port that they share, and by nothing else.
    shared.block("udp dport 5353");
    var third = lan.host().person("Third").start();
    var one = shared.account(ONE);
    var other = shared.account(OTHER);

    CompletableFuture.allOf(begun(one), begun(other)).join();

    assertThat(one.port()).isNotEqualTo(other.port());
    one.awaitPresent(other, 0, PATIENCE);
    other.awaitPresent(one, 0, PATIENCE);
    for (var node : List.of(one, other)) {
      third.awaitPresent(node, 0, PATIENCE);
      node.awaitPresent(third, 0, PATIENCE);
      Talk.sayAndAwaitDelivery(third, node, "to " + node.name());
    }
    Talk.sayAndAwaitDelivery(one, other, "from the next chair");
    namesComeFromTheAccountsAndTheComputerAloneIsNotEnough(third);
    nobodyElseMayTellItWhatToDo(shared, one, other);
  }

  private static CompletableFuture<Void> begun(Node node) {
    return CompletableFuture.runAsync(() -> {
      try {
        node.start();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }

  private static void namesComeFromTheAccountsAndTheComputerAloneIsNotEnough(Node third)
      throws InterruptedException {
    var peers = third.ask("peers", Map.of()).rows();
    assertThat(peers).extracting(peer -> peer.get("name")).containsExactlyInAnyOrder(ONE, OTHER);
    var host = (String) peers.getFirst().get("host");

    var byHost = third.ask("send", Map.of("conversation", host, "text", "who?"));
    assertThat(byHost.exit()).isEqualTo(4);
    assertThat(String.valueOf(byHost.problem()))
        .contains("ambiguous-name", ONE + "@" + host, OTHER + "@" + host);
    var byBoth = third.ask("send", Map.of("conversation", ONE + "@" + host, "text", "you"));
    assertThat(byBoth.exit()).isZero();
  }

  private static void nobodyElseMayTellItWhatToDo(Host shared, Node one, Node other)
      throws Exception {
    var profile = Files.getPosixFilePermissions(one.profile());
    assertThat(PosixFilePermissions.toString(profile)).isEqualTo("rwx------");
    for (var file : List.of("control.sock", "identity.p12")) {
      var permissions = Files.getPosixFilePermissions(one.profile().resolve(file));
      assertThat(PosixFilePermissions.toString(permissions)).as(file).isEqualTo("rw-------");
    }
    assertThat(one.type(shared.as(OTHER), "stop").exit()).isEqualTo(3);
    assertThat(one.type(shared.as(OTHER), "node").exit()).isEqualTo(1);
    assertThat(one.type(shared.as(OTHER), "send", OTHER, "as if I were").exit()).isEqualTo(3);
    assertThat(one.ask("status", Map.of()).exit()).isZero();

    assertThat(one.type("stop").exit()).isZero();
    assertThat(other.ask("status", Map.of()).exit()).isZero();
  }

  private static boolean readable(Host host) {
    try {
      Shell.run(Shell.words(host.as(OTHER), "test", "-r", Node.PROGRAM.toString()));
      Shell.run(
          Shell.words(host.as(OTHER), System.getProperty("java.home") + "/bin/java", "-version"));
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }
}
