package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.Presence;
import paloma.model.Purpose;
import paloma.wire.Link;
import paloma.wire.Wire.Announced;

/**
 * Datagrams that somebody made up, by a seed, through the port that everybody can send to; two
 * others talk meanwhile.
 */
class HostileDatagramsTest {
  private static final boolean WHOLE = Boolean.getBoolean("paloma.whole");
  private static final int DATAGRAMS = WHOLE ? 1_000_000 : 6_400;

  /** What stays behind after all of them: nothing that grows. */
  private static final long HEAP = 32L << 20;

  /** So many fit the buffer of a port that nobody reads. */
  private static final int VOLLEY = 64;

  /** What one address may say before it must wait: then another one speaks. */
  private static final int OF_ONE_ADDRESS = 256;

  /** Others are copies of one: a signature costs us as well. */
  private static final int SIGNED_ANEW_ONE_IN = 200;

  private static final long PATIENCE = 30_000_000_000L;

  private final Identity ann = FixedIdentity.of(1);
  private final Identity bob = FixedIdentity.of(2);
  private final Identity eve = FixedIdentity.of(3);
  private final Heard heard = new Heard();
  private final LinkedBlockingQueue<LogRecord> errors = new LinkedBlockingQueue<>();
  private final Logger log = Logger.getLogger("paloma");
  private final Handler watch = new Watch();
  private final byte[] sample = announcement(0, "", 1);
  private Lan lan;
  private SecureWire wire;
  private SplittableRandom random;

  /** Keeps what a task or a port ended by: nothing of it may come from outside. */
  private final class Watch extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.SEVERE.intValue()) errors.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws Exception {
    long seed = Long.getLong("paloma.seed", System.nanoTime());
    System.out.println("-Dpaloma.seed=" + seed);
    random = new SplittableRandom(seed);
    log.addHandler(watch);
    lan = new Lan();
    wire = lan.wire(ann);
    wire.start(heard);
  }

  @AfterEach
  void close() throws Exception {
    lan.close();
    log.removeHandler(watch);
  }

  @Test
  void theyDisturbNobodyAndLeaveNothingBehind() throws Exception {
    var dialler = new Greeter(bob, 7, 1, Limits.STANDARD, lan.time);
    var raw = new Socket(Lan.LOOPBACK, wire.port());
    try (var link = dialler.dialled(raw, ann.id(), Purpose.TALK, _ -> {})) {
      answer(Heard.next(heard.links));
      var in = new FrameReader(link.in());
      var out = new FrameWriter(link.out());
      long before = usedHeap();

      for (int sent = 0, turn = 0; sent < DATAGRAMS; turn++) {
        try (var from = new DatagramSocket(new InetSocketAddress(address(turn), 0))) {
          out.send(new Frame.Ping(turn));
          for (int i = 0; i < OF_ONE_ADDRESS && sent < DATAGRAMS; i += VOLLEY, sent += VOLLEY) {
            volley(from);
          }
          assertThat(in.read(Frame.Pong.class).nonce()).isEqualTo(turn);
        }
      }

      assertThat(heard.sightings).as("some were genuine").isNotEmpty();
      stillHears();
      heard.sightings.clear();
      assertThat(usedHeap() - before).isLessThan(HEAP);
      assertThat(wire.counts().rejected()).isGreaterThan(DATAGRAMS / 4);
      assertThat(errors).extracting(LogRecord::getMessage, LogRecord::getThrown).isEmpty();
    }
  }

  private void answer(Link link) {
    lan.tasks.start(
        "answering",
        () -> {
          var in = new FrameReader(link.in());
          var out = new FrameWriter(link.out());
          try {
            while (true) out.send(new Frame.Pong(in.read(Frame.Ping.class).nonce()));
          } catch (IOException e) {
            assertThat(e).isInstanceOf(EOFException.class); // the test is over
          }
        });
  }

  /** Another address of this machine for every turn. */
  private static InetAddress address(int turn) throws IOException {
    return InetAddress.getByAddress(
        new byte[] {127, (byte) (1 + (turn >> 16)), (byte) (turn >> 8), (byte) turn});
  }

  private void volley(DatagramSocket from) throws IOException {
    long due = wire.counts().datagramsIn() + VOLLEY;
    for (int i = 0; i < VOLLEY; i++) send(from, datagram());
    long end = System.nanoTime() + PATIENCE;
    while (wire.counts().datagramsIn() < due) {
      assertThat(System.nanoTime()).as("all are taken from the port").isLessThan(end);
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  private void send(DatagramSocket from, byte[] bytes) throws IOException {
    from.send(new DatagramPacket(bytes, bytes.length, Lan.LOOPBACK, lan.discoveryPort));
  }

  /** The byte of the way, and what is or may look like an announcement. */
  private byte[] datagram() {
    var good = said(random.nextInt(SIGNED_ANEW_ONE_IN) == 0);
    byte[] bytes;
    switch (random.nextInt(5)) {
      case 0 -> {
        bytes = new byte[random.nextInt(1_400)];
        random.nextBytes(bytes);
        // Else most would end at a way that there is not.
        if (bytes.length > 0 && random.nextBoolean()) bytes[0] = 1;
      }
      case 1 -> bytes = Arrays.copyOf(good, random.nextInt(2 * good.length));
      case 2 -> {
        bytes = good;
        bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
      }
      case 3 -> {
        bytes = good;
        int at = random.nextInt(bytes.length);
        for (int i = at; i < Math.min(at + 8, bytes.length); i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
      default -> bytes = good;
    }
    return bytes;
  }

  private byte[] said(boolean anew) {
    if (!anew) return sample.clone();
    var name = new byte[random.nextInt(60)];
    random.nextBytes(name);
    return announcement(
        random.nextLong(), new String(name, java.nio.charset.StandardCharsets.UTF_8), 2);
  }

  private byte[] announcement(long number, String name, int way) {
    var bytes =
        new Announcement(
                eve.publicKey(),
                number,
                number & Long.MAX_VALUE,
                number & Long.MAX_VALUE,
                24250,
                10_000,
                new Announced(1, name, "", "", Presence.ONLINE),
                (number & 7) == 1,
                number)
            .encode(eve);
    var datagram = new byte[1 + bytes.length];
    datagram[0] = (byte) way;
    System.arraycopy(bytes, 0, datagram, 1, bytes.length);
    return datagram;
  }

  /** Somebody new announces and is heard: the port still works, and all before was dealt with. */
  private void stillHears() throws Exception {
    var carol = lan.wire(FixedIdentity.of(4));
    carol.start(new Heard());
    carol.announce(Lan.profile(FixedIdentity.of(4).id(), 1, "Carol"));
    Heard.next(heard.sightings, s -> s.device().equals(FixedIdentity.of(4).id()));
  }

  private static long usedHeap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
