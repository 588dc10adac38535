package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.Endpoint;
import paloma.model.ProblemException;
import paloma.model.Purpose;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;

class SecureWireTest {
  private final Identity ann = FixedIdentity.of(1);
  private final Identity bob = FixedIdentity.of(2);
  private final Heard annHears = new Heard();
  private final Heard bobHears = new Heard();
  private Lan lan;

  @BeforeEach
  void open() throws Exception {
    lan = new Lan();
  }

  @AfterEach
  void close() throws Exception {
    lan.close();
  }

  @Test
  void twoOnOneMachineFindEachOther() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);

    var bobSeen = Heard.next(annHears.sightings);
    var annSeen = Heard.next(bobHears.sightings);

    assertThat(bobSeen.device()).isEqualTo(bob.id());
    assertThat(bobSeen.announced().name()).isEqualTo("Bob");
    assertThat(bobSeen.at()).isEqualTo(lan.at(b));
    assertThat(bobSeen.way()).isEqualTo("multicast4");
    assertThat(bobSeen.periodMillis()).isEqualTo(10_000);
    assertThat(bobSeen.publicKey()).isEqualTo(bob.publicKey());
    assertThat(annSeen.device()).isEqualTo(ann.id());
    assertThat(annSeen.at()).isEqualTo(lan.at(a));
    assertThat(a.counts().datagramsOut()).isPositive();
  }

  @Test
  void aChangeAndAGoodbyeAreHeard() throws Exception {
    lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);
    Heard.next(annHears.sightings);

    b.announce(Lan.profile(bob.id(), 2, "Robert"));
    var changed = Heard.next(annHears.sightings, s -> s.announced().profileCounter() == 2);
    assertThat(changed.announced().name()).isEqualTo("Robert");

    b.close();
    assertThat(Heard.next(annHears.left)).isEqualTo(bob.id());
  }

  @Test
  void aLinkCarriesBytesBothWaysAndProvesBothKeys() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);

    try (var mine = a.dial(bob.id(), lan.at(b), Purpose.FILES);
        var theirs = Heard.next(bobHears.links)) {
      assertThat(mine.peer()).isEqualTo(bob.id());
      assertThat(theirs.peer()).isEqualTo(ann.id());
      assertThat(theirs.purpose()).isEqualTo(Purpose.FILES);
      assertThat(theirs.incoming()).isTrue();
      assertThat(mine.incoming()).isFalse();
      assertThat(mine.version()).isEqualTo(Hello.VERSION);
      assertThat(mine.peerInstance()).isNotEqualTo(theirs.peerInstance());

      mine.out().write("ping".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      mine.out().flush();
      assertThat(theirs.in().readNBytes(4)).asString().isEqualTo("ping");
      theirs.out().write("pong".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      theirs.out().flush();
      assertThat(mine.in().readNBytes(4)).asString().isEqualTo("pong");
    }
  }

  @Test
  void closingOneEndEndsTheOther() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);
    var mine = a.dial(bob.id(), lan.at(b), Purpose.TALK);
    var theirs = Heard.next(bobHears.links);
    theirs.patience(Duration.ofSeconds(Heard.PATIENCE_SECONDS));

    mine.close();

    assertThatThrownBy(
            () -> {
              if (theirs.in().read() < 0) throw new java.io.EOFException();
            })
        .isInstanceOf(java.io.IOException.class)
        .isNotInstanceOf(java.net.SocketTimeoutException.class);
    theirs.close();
  }

  @Test
  void patienceEndsAReadAndLeavesTheLinkUsable() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);
    try (var mine = a.dial(bob.id(), lan.at(b), Purpose.TALK);
        var theirs = Heard.next(bobHears.links)) {
      mine.patience(Duration.ofMillis(20));
      assertThatThrownBy(() -> mine.in().read())
          .isInstanceOf(java.net.SocketTimeoutException.class);
      mine.patience(null);
      theirs.out().write(7);
      theirs.out().flush();
      assertThat(mine.in().read()).isEqualTo(7);
    }
  }

  @Test
  void dialledForSomebodyElseIsAnotherKey() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);

    assertReason(
        Reason.ANOTHER_KEY, () -> a.dial(FixedIdentity.of(3).id(), lan.at(b), Purpose.TALK));
    try (var whoever = a.dial(lan.at(b), Purpose.TALK)) {
      assertThat(whoever.peer()).isEqualTo(bob.id());
    }
  }

  @Test
  void diallingOneselfIsNoticedAndIsNoClone() throws Exception {
    var a = lan.started(ann, "Ann", annHears);

    assertReason(Reason.OURSELVES, () -> a.dial(lan.at(a), Purpose.TALK));
    assertReason(Reason.OURSELVES, () -> a.dial(bob.id(), lan.at(a), Purpose.TALK));
    assertThat(annHears.links).isEmpty();
    assertThat(annHears.problems).isEmpty();
  }

  @Test
  void twoRunsOfOneKeyBothSaySo() throws Exception {
    lan.started(ann, "Ann", annHears);
    lan.started(ann, "Ann's copy", bobHears);

    assertThat(Heard.next(annHears.problems, p -> p.code().equals("identity-clone"))).isNotNull();
    assertThat(Heard.next(bobHears.problems, p -> p.code().equals("identity-clone"))).isNotNull();
    assertThat(annHears.sightings).isEmpty();
  }

  @Test
  void nobodyThereIsUnreachable() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    int free;
    try (var server = new ServerSocket(0)) {
      free = server.getLocalPort();
    }

    assertReason(
        Reason.UNREACHABLE, () -> a.dial(bob.id(), new Endpoint(Lan.LOOPBACK, free), Purpose.TALK));
  }

  @Test
  void heardAddressesFarAwayAndPortsOfTheSystemAreNotDialled() throws Exception {
    var a = lan.started(ann, "Ann", annHears);

    for (var at :
        List.of(
            new Endpoint(InetAddress.ofLiteral("198.51.100.7"), 24250),
            new Endpoint(InetAddress.ofLiteral("2001:db8::1"), 24250),
            new Endpoint(InetAddress.ofLiteral("239.1.1.1"), 24250),
            new Endpoint(Lan.LOOPBACK, 22))) {
      assertThatThrownBy(() -> a.dial(bob.id(), at, Purpose.TALK))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("not of this network");
    }
  }

  @Test
  void aTakenPortIsToldAndTheNextOneIsUsed() throws Exception {
    try (var taken = new ServerSocket(lan.firstPort, 1, Lan.LOOPBACK)) {
      var a = lan.started(ann, "Ann", annHears);

      assertThat(a.port()).isGreaterThan(taken.getLocalPort());
      var problem = Heard.next(annHears.problems);
      assertThat(problem.code()).isEqualTo("port-taken");
      assertThat(problem.details()).containsExactly(Integer.toString(lan.firstPort));
    }
  }

  @Test
  void anAddressThatIsNotHereIsSaidAtOnce() {
    var options = new WireOptions(24250, List.of(InetAddress.ofLiteral("192.0.2.77")), 1, false);
    var wire = new SecureWire(ann, 1, 1, options, lan.tasks);

    assertThatThrownBy(() -> wire.start(annHears))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("address-not-here"));
    wire.close();
  }

  @Test
  void closingEndsLinksAndIsQuick() throws Exception {
    var a = lan.started(ann, "Ann", annHears);
    var b = lan.started(bob, "Bob", bobHears);
    var mine = a.dial(bob.id(), lan.at(b), Purpose.TALK);

    long begin = System.nanoTime();
    b.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    mine.patience(Duration.ofSeconds(Heard.PATIENCE_SECONDS));
    assertThatThrownBy(
            () -> {
              if (mine.in().read() < 0) throw new java.io.EOFException();
            })
        .isInstanceOf(java.io.IOException.class);
    assertReason(Reason.UNREACHABLE, () -> a.dial(bob.id(), lan.at(b), Purpose.TALK));
  }

  private static void assertReason(
      Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable dial) {
    assertThatThrownBy(dial)
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
