package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.Endpoint;
import paloma.model.Hash;
import paloma.model.Purpose;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;

/** What a dialler or an acceptor that breaks the rules gets. */
class HandshakeTest {
  private static final Limits SHORT =
      Limits.STANDARD.withTimes(Duration.ofMillis(400), Duration.ofMillis(400));

  private final Identity ann = FixedIdentity.of(1);
  private final Identity bob = FixedIdentity.of(2);
  private final Heard heard = new Heard();
  private Lan lan;
  private SecureWire wire;

  @BeforeEach
  void open() throws Exception {
    lan = new Lan();
    wire = lan.wire(ann);
    wire.start(heard);
  }

  @AfterEach
  void close() throws Exception {
    lan.close();
  }

  @Test
  void aGoodHelloByHandIsALink() throws Exception {
    try (var raw = connected(wire)) {
      var tls = shaken(raw, bob);
      new FrameWriter(tls.getOutputStream()).send(hello(tls, ann.id().hash(), 1));

      var answer = new FrameReader(tls.getInputStream()).read(Frame.Hello.class);
      assertThat(answer.publicKey()).isEqualTo(ann.publicKey());
      assertThat(answer.dialled()).isEqualTo(bob.id().hash());
      assertThat(Heard.next(heard.links).peer()).isEqualTo(bob.id());
      assertThat(tls.getSession().getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
    }
  }

  @Test
  void aHelloCarriedFromAnotherSessionIsRefused() throws Exception {
    try (var first = connected(wire);
        var second = connected(wire)) {
      var stolen = hello(shaken(first, bob), ann.id().hash(), 1);
      var tls = shaken(second, bob);
      new FrameWriter(tls.getOutputStream()).send(stolen);
      assertRefused(tls);
    }
  }

  @Test
  void aHelloOfAnotherKeyOrForSomebodyElseIsRefused() throws Exception {
    try (var first = connected(wire);
        var second = connected(wire)) {
      var tls = shaken(first, FixedIdentity.of(3));
      new FrameWriter(tls.getOutputStream()).send(hello(tls, ann.id().hash(), 1));
      assertRefused(tls);

      var other = shaken(second, bob);
      new FrameWriter(other.getOutputStream()).send(hello(other, Hash.sha256(new byte[1]), 1));
      assertRefused(other);
    }
  }

  @Test
  void anotherFrameBeforeHelloIsRefused() throws Exception {
    try (var raw = connected(wire)) {
      var tls = shaken(raw, bob);
      new FrameWriter(tls.getOutputStream()).send(new Frame.Ping(1));
      assertRefused(tls);
    }
  }

  @Test
  void aDiallerOfALaterVersionLearnsOurs() throws Exception {
    try (var raw = connected(wire)) {
      var tls = shaken(raw, bob);
      new FrameWriter(tls.getOutputStream()).send(hello(tls, ann.id().hash(), 2));
      var answer = new FrameReader(tls.getInputStream()).read(Frame.Hello.class);
      assertThat(answer.mostVersion()).isEqualTo(Hello.VERSION);
      assertRefused(tls);
    }
  }

  @Test
  void aDiallerWithoutACertificateIsRefused() throws Exception {
    try (var raw = connected(wire)) {
      assertRefused(foreign(raw, new KeyManager[0]));
    }
  }

  @Test
  void anRsaCertificateIsRefused() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = getClass().getResourceAsStream("/paloma/wire/rsa.p12")) {
      store.load(in, "paloma".toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "paloma".toCharArray());
    try (var raw = connected(wire)) {
      assertRefused(foreign(raw, keys.getKeyManagers()));
    }
  }

  @Test
  void aHandshakeThatDripsIsCutAtItsDeadline() throws Exception {
    var strict = lan.wire(bob, SHORT);
    strict.start(heard);
    try (var raw = connected(strict)) {
      long begin = System.nanoTime();
      // The head of a TLS record that promises more, and then bytes that never finish it.
      raw.getOutputStream().write(new byte[] {22, 3, 1, 2, 0});
      var cut =
          CompletableFuture.supplyAsync(() -> {
            try {
              while (true) {
                raw.getOutputStream().write(1);
                raw.setSoTimeout(40);
                try {
                  if (raw.getInputStream().read() < 0) return true;
                } catch (java.net.SocketTimeoutException e) {
                  continue;
                }
              }
            } catch (IOException e) {
              return true;
            }
          });
      assertThat(cut.get(Heard.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(System.nanoTime() - begin)
          .isBetween(
              SHORT.handshake().toNanos() / 2, TimeUnit.SECONDS.toNanos(Heard.PATIENCE_SECONDS));
    }
  }

  @Test
  void whoSaysNothingAfterTlsIsCutAtItsDeadline() throws Exception {
    var strict = lan.wire(bob, SHORT.withTimes(Duration.ofSeconds(5), SHORT.hello()));
    strict.start(heard);
    try (var raw = connected(strict)) {
      assertRefused(shaken(raw, FixedIdentity.of(3)));
    }
  }

  @Test
  void strangersBeyondTheLimitAreClosedAtOnceAndLaterOnesCome() throws Exception {
    var limits =
        new Limits(SHORT.connect(), Duration.ofSeconds(30), SHORT.hello(), 64, 4, 2, 16, 8);
    var strict = lan.wire(bob, limits);
    strict.start(heard);
    try (var first = connected(strict);
        var second = connected(strict);
        var third = connected(strict)) {
      third.setSoTimeout(10_000);
      assertThat(ended(third)).isTrue();
      assertThat(strict.counts().rejected()).isEqualTo(1);

      first.close();
      second.close();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Heard.PATIENCE_SECONDS);
    while (true) {
      try (var link = wire.dial(bob.id(), lan.at(strict), Purpose.TALK)) {
        assertThat(link.peer()).isEqualTo(bob.id());
        return;
      } catch (WireException e) {
        // The places of those who left are free as soon as their tasks notice.
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
  }

  @Test
  void anAcceptorThatLiesIsNotBelieved() throws Exception {
    assertLie(Reason.MALFORMED, (tls, h) -> new Frame.Ping(1));
    assertLie(Reason.VERSION, (tls, h) -> hello(tls, ann.id().hash(), 7, Hello.Side.ACCEPTOR));
    assertLie(Reason.MALFORMED, (tls, h) -> h); // our own HELLO said back
    assertLie(Reason.MALFORMED, (tls, h) -> hello(tls, ann.id().hash(), 1, Hello.Side.DIALLER));
    assertLie(
        Reason.MALFORMED, (tls, h) -> hello(tls, Hash.sha256(new byte[2]), 1, Hello.Side.ACCEPTOR));
  }

  private interface Lie {
    Frame tell(SSLSocket tls, Frame.Hello heard) throws Exception;
  }

  private void assertLie(Reason reason, Lie lie) throws Exception {
    try (var server = new ServerSocket(0, 1, Lan.LOOPBACK)) {
      var told =
          lan.tasks.start(
              "liar",
              () -> {
                try (var raw = server.accept()) {
                  var tls = new Tls(bob).over(raw, false);
                  var h = new FrameReader(tls.getInputStream()).read(Frame.Hello.class);
                  new FrameWriter(tls.getOutputStream()).send(lie.tell(tls, h));
                  tls.getInputStream().read();
                } catch (IOException e) {
                  // The dialler hung up, as it should.
                }
              });
      var at = new Endpoint(Lan.LOOPBACK, server.getLocalPort());
      assertThatThrownBy(() -> wire.dial(bob.id(), at, Purpose.TALK))
          .isInstanceOfSatisfying(
              WireException.class, e -> assertThat(e.reason()).as("%s", e).isEqualTo(reason));
      assertThat(told.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  private Socket connected(SecureWire to) throws IOException {
    return new Socket(Lan.LOOPBACK, to.port());
  }

  private static SSLSocket shaken(Socket raw, Identity who) throws IOException {
    raw.setSoTimeout(10_000);
    var tls = new Tls(who).over(raw, true);
    tls.startHandshake();
    return tls;
  }

  private Frame.Hello hello(SSLSocket tls, Hash to, int version) throws Exception {
    return hello(tls, to, version, Hello.Side.DIALLER);
  }

  private Frame.Hello hello(SSLSocket tls, Hash to, int version, Hello.Side side) throws Exception {
    var open = Hello.open(bob, to, 5, 1, Purpose.TALK, 0);
    var told =
        new Frame.Hello(
            version,
            version,
            open.publicKey(),
            to,
            open.instance(),
            open.boot(),
            open.purpose(),
            open.features(),
            open.clock(),
            new byte[0]);
    return Hello.signed(bob, side, Hello.exporter(tls.getSession()), told);
  }

  private static SSLSocket foreign(Socket raw, KeyManager[] keys) throws Exception {
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keys, new TrustManager[] {new AnyKey()}, null);
    raw.setSoTimeout(10_000);
    return (SSLSocket) context.getSocketFactory().createSocket(raw, "x", raw.getPort(), true);
  }

  private void assertRefused(SSLSocket tls) throws Exception {
    assertThatThrownBy(
            () -> {
              tls.startHandshake();
              tls.getInputStream().readAllBytes(); // its HELLO may still come, then the end
              throw new java.io.EOFException();
            })
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(java.net.SocketTimeoutException.class);
    assertThat(heard.links).isEmpty();
  }

  private static boolean ended(Socket raw) {
    try {
      return raw.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
