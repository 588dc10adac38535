package paloma.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Hash;
import paloma.model.Peer;
import paloma.model.Purpose;
import paloma.model.Trust;
import paloma.store.Database;
import paloma.store.DeviceStore;
import paloma.wire.Link;
import paloma.work.Tasks;
import paloma.work.WoundTime;

class PeerBookTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("10.0.0.2");
  private static final InetAddress THERE = InetAddress.ofLiteral("10.0.0.3");

  private final DeviceId us = device(1);
  private final DeviceId bob = device(2);
  private final DeviceId eve = device(3);
  private final WoundTime time = new WoundTime();
  private final Tasks tasks = new Tasks(time);
  @TempDir Path folder;
  private Database database;
  private PeerBook book;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), tasks);
    database.start();
    start();
  }

  private void start() {
    book = new PeerBook(database, new DeviceStore(), us, time);
    book.start(new Nobody());
  }

  @AfterEach
  void close() {
    book.stop();
    database.close();
    tasks.close();
  }

  @Test
  void onlyWhereAContactProvedItsKeyIsAContactsAddress() {
    book.linked(new Proved(bob, HERE, 1), null);
    assertThat(book.contactAt(HERE)).isFalse();
    book.trust(bob, Trust.KNOWN);
    assertThat(book.contactAt(HERE)).isTrue();
    book.linked(new Proved(eve, HERE, 1), null);
    book.linked(new Proved(eve, THERE, 1), null);
    assertThat(book.contactAt(HERE)).isTrue();
    assertThat(book.contactAt(THERE)).isFalse();
    book.trust(bob, Trust.BLOCKED);
    assertThat(book.contactAt(HERE)).isFalse();
  }

  @Test
  void whereAContactWasDialledIsKeptForTheNextStart() {
    book.linked(new Proved(bob, HERE, 1), new Endpoint(HERE, 24250));
    book.linked(new Proved(eve, THERE, 1), new Endpoint(THERE, 24250));
    book.trust(bob, Trust.KNOWN);
    book.stop();
    start();
    assertThat(book.contactAt(HERE)).isTrue();
    assertThat(book.contactAt(THERE)).isFalse();
  }

  @Test
  void theHighestVersionOfAContactIsKeptOverStarts() {
    book.linked(new Proved(bob, HERE, 3), null);
    assertThat(book.lowered(bob, 1)).isFalse();
    book.linked(new Proved(bob, HERE, 2), null);
    book.trust(bob, Trust.KNOWN);
    assertThat(book.lowered(bob, 2)).isFalse();
    book.linked(new Proved(bob, HERE, 4), null);
    book.trust(bob, Trust.VERIFIED); // waits for what was queued to be written
    book.stop();
    start();
    assertThat(book.lowered(bob, 3)).isTrue();
    assertThat(book.lowered(bob, 4)).isFalse();
    assertThat(book.lowered(eve, 0)).isFalse();
  }

  private static DeviceId device(int number) {
    return DeviceId.of(Hash.sha256(new byte[] {(byte) number}).bytes());
  }

  /** A listener for whom nothing is news. */
  private static final class Nobody implements PeerBook.Listener {
    @Override
    public void appeared(Peer peer) {}

    @Override
    public void changed(Peer peer) {}

    @Override
    public void left(Peer peer) {}
  }

  /** A link that stands for nothing but who is at its other end. */
  private record Proved(DeviceId peer, InetAddress from, int version) implements Link {
    @Override
    public long number() {
      return 1;
    }

    @Override
    public byte[] publicKey() {
      return new byte[1];
    }

    @Override
    public long peerInstance() {
      return 1;
    }

    @Override
    public Purpose purpose() {
      return Purpose.TALK;
    }

    @Override
    public boolean incoming() {
      return true;
    }

    @Override
    public Endpoint remote() {
      return new Endpoint(from, 40_000);
    }

    @Override
    public long features() {
      return 0;
    }

    @Override
    public InputStream in() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream out() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void patience(Duration most) {}

    @Override
    public void close() {}
  }
}
