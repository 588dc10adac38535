package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.net.Nic;
import paloma.net.Reach;
import paloma.wire.Link;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;
import paloma.work.Tasks;

/** Makes links, in both directions, within the limits, and closes them all in the end. */
final class Links implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.wire");

  private final Greeter greeter;
  private final Limits limits;
  private final Tasks tasks;
  private final Supplier<List<Nic>> nics;
  private final Admission admission;
  private final Predicate<InetAddress> contactAt;
  private final Set<Socket> pending = ConcurrentHashMap.newKeySet();
  private final Set<TlsLink> open = ConcurrentHashMap.newKeySet();
  private final LongAdder refused = new LongAdder();
  private volatile boolean closed;

  /**
   * @param contactAt whether a contact has proved its key at an address
   */
  Links(
      Greeter greeter,
      Limits limits,
      Tasks tasks,
      Supplier<List<Nic>> nics,
      Predicate<InetAddress> contactAt) {
    this.greeter = greeter;
    this.limits = limits;
    this.tasks = tasks;
    this.nics = nics;
    this.contactAt = contactAt;
    admission = new Admission(limits);
  }

  /**
   * @param wanted null for whoever lives there
   */
  Link dial(DeviceId wanted, Endpoint at, Purpose purpose) throws IOException {
    var raw = new TcpSocket();
    pending.add(raw);
    try {
      if (closed) throw new WireException(Reason.UNREACHABLE, "the wire is closed", null);
      connect(raw, at.socketAddress());
      return kept(greeter.dialled(raw, wanted, purpose, open::remove));
    } finally {
      pending.remove(raw);
    }
  }

  private void connect(Socket raw, SocketAddress to) throws IOException {
    try {
      raw.connect(to, (int) limits.connect().toMillis());
    } catch (IOException | IllegalArgumentException e) {
      Greeter.close(raw);
      throw new WireException(Reason.UNREACHABLE, to + ": " + e.getMessage(), e);
    }
  }

  /** Somebody connected: proves them on a task of its own. Returns at once. */
  void admit(Socket raw, Consumer<Link> proved) {
    var from = raw.getInetAddress();
    boolean contact = from != null && contactAt.test(from);
    if (from == null || !admission.enter(from, Reach.own(from, nics.get()), contact)) {
      refused.increment();
      Greeter.close(raw);
      return;
    }
    pending.add(raw);
    if (closed) Greeter.close(raw);
    tasks.start("link-from-" + from.getHostAddress(), () -> prove(raw, from, contact, proved));
  }

  private void prove(Socket raw, InetAddress from, boolean contact, Consumer<Link> proved)
      throws InterruptedException {
    TlsLink link = null;
    try {
      link = kept(greet(raw, contact));
    } catch (IOException e) {
      refused.increment();
      LOG.log(Level.DEBUG, "refused " + from + ": " + e.getMessage());
    } finally {
      pending.remove(raw);
      admission.leave(from);
      if (link == null) Greeter.close(raw);
    }
    if (link != null) proved.accept(link);
  }

  private TlsLink greet(Socket raw, boolean contact) throws IOException, InterruptedException {
    return greeter.accepted(shaken(raw, contact), raw, open::remove);
  }

  /** The time runs from the accept on: waiting for a turn is a part of it. */
  private SSLSocket shaken(Socket raw, boolean contact) throws IOException, InterruptedException {
    try (var deadline = greeter.deadline(raw)) {
      if (!admission.begin(contact)) {
        throw new WireException(Reason.UNREACHABLE, "too many handshakes at once", null);
      }
      try {
        return greeter.handshake(raw, false, deadline);
      } finally {
        admission.end(contact);
      }
    }
  }

  private TlsLink kept(TlsLink link) throws WireException {
    open.add(link);
    if (closed) {
      link.close();
      throw new WireException(Reason.UNREACHABLE, "the wire is closed", null);
    }
    return link;
  }

  /** Whether a heard address may be dialled: nobody may aim us at a far or a system's port. */
  boolean dialable(Endpoint at) {
    return at.port() >= 1024 && at.port() <= 0xffff && Reach.local(at.address(), nics.get());
  }

  int sockets() {
    return open.size() + pending.size();
  }

  long refused() {
    return refused.sum();
  }

  @Override
  public void close() {
    closed = true;
    pending.forEach(Greeter::close);
    open.forEach(TlsLink::close);
  }
}
