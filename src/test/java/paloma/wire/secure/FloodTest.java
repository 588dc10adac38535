package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.Purpose;
import paloma.wire.WireException;

/** Many who connect and say nothing, from many addresses, and a contact who wants to come in. */
class FloodTest {
  private static final int ADDRESSES = 20;
  private static final int EACH = 4;

  /** Standard numbers; an address of this machine counts like any other, and nobody is cut off. */
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(3),
          Duration.ofMinutes(5),
          Duration.ofSeconds(3),
          Limits.STANDARD.unauthenticated(),
          EACH,
          EACH,
          Limits.STANDARD.handshakes(),
          Limits.STANDARD.kept());

  private static final int LET_IN = LIMITS.unauthenticated() - LIMITS.kept();

  private final Identity bob = FixedIdentity.of(1);
  private final Identity ann = FixedIdentity.of(2);
  private final Identity mallory = FixedIdentity.of(3);
  private final InetAddress annsPlace = place(2);
  private final InetAddress mallorysPlace = place(3);
  private final Heard heard = new Heard();
  private final List<Socket> flood = new ArrayList<>();
  private Lan lan;
  private SecureWire wire;

  @BeforeEach
  void open() throws Exception {
    lan = new Lan();
    wire = lan.wire(bob, LIMITS);
    wire.start(heard);
  }

  @AfterEach
  void close() throws Exception {
    for (var socket : flood) socket.close();
    lan.close();
  }

  @Test
  void aContactComesInAndWhoProvedSomeKeyDoesNot() throws Exception {
    heard.contacts.add(annsPlace);
    linked(mallory, mallorysPlace).close();
    Heard.next(heard.links); // its place at the door is free again
    flood();

    try (var link = linked(ann, annsPlace)) {
      assertThat(link.peer()).isEqualTo(bob.id());
    }
    assertThat(Heard.next(heard.links, l -> l.peer().equals(ann.id())).incoming()).isTrue();
    assertThatThrownBy(() -> linked(mallory, mallorysPlace)).isInstanceOf(WireException.class);
  }

  @Test
  void slowOnesAtAContactsAddressLeaveOtherContactsTheirTurn() throws Exception {
    heard.contacts.add(annsPlace);
    heard.contacts.add(mallorysPlace);
    for (int i = 0; i < EACH; i++) flood.add(connected(mallorysPlace));
    flood();

    try (var link = linked(ann, annsPlace)) {
      assertThat(link.peer()).isEqualTo(bob.id());
    }
  }

  /** Takes every place that strangers can take; who is too many is closed at once. */
  private void flood() throws Exception {
    int before = flood.size();
    var strangers = new ArrayList<Socket>();
    for (int i = 0; i < ADDRESSES * EACH; i++) strangers.add(connected(place(10 + i % ADDRESSES)));
    flood.addAll(strangers);
    // They are taken in the order in which they came.
    for (var tooMany : strangers.subList(LET_IN - before, strangers.size())) {
      tooMany.setSoTimeout((int) Duration.ofSeconds(Heard.PATIENCE_SECONDS).toMillis());
      assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
    }
  }

  private Socket connected(InetAddress from) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(Lan.LOOPBACK, wire.port()));
    return socket;
  }

  private TlsLink linked(Identity who, InetAddress from) throws IOException {
    var greeter = new Greeter(who, 7, 1, Limits.STANDARD, lan.time);
    return greeter.dialled(connected(from), bob.id(), Purpose.TALK, _ -> {});
  }

  private static InetAddress place(int last) {
    return InetAddress.ofLiteral("127.0.0." + last);
  }
}
