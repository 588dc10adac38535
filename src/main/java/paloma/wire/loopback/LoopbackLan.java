package paloma.wire.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.wire.Link;
import paloma.wire.WireException;

/**
 * A LAN in memory. Each wire plugged in has an address of its own; announcements reach everybody
 * who is not cut off. Thread-safe.
 */
public final class LoopbackLan {
  private static final int PORT = 24250;

  /** Two ends that can't reach each other, whichever comes first. */
  private record Cut(DeviceId one, DeviceId other) {
    static Cut between(DeviceId a, DeviceId b) {
      return a.compareTo(b) < 0 ? new Cut(a, b) : new Cut(b, a);
    }
  }

  private final Map<DeviceId, LoopbackWire> plugged = new HashMap<>();
  private final Set<Cut> cuts = new HashSet<>();
  private final List<LoopbackLink> open = new ArrayList<>();
  private int hosts;
  private long linkNumbers;

  /** A free address: the documentation network 192.0.2.0/24 and its neighbours. */
  synchronized Endpoint newEndpoint() {
    hosts++;
    try {
      var address =
          InetAddress.getByAddress(
              new byte[] {(byte) 192, 0, (byte) (2 + hosts / 250), (byte) (1 + hosts % 250)});
      return new Endpoint(address, PORT);
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  void plug(LoopbackWire wire) {
    synchronized (this) {
      plugged.put(wire.id(), wire);
    }
    announce(wire);
    others(wire).forEach(other -> wire.hears(other));
  }

  void announce(LoopbackWire wire) {
    others(wire).forEach(other -> other.hears(wire));
  }

  private synchronized List<LoopbackWire> others(LoopbackWire wire) {
    return plugged.values().stream()
        .filter(w -> w != wire && !cuts.contains(Cut.between(w.id(), wire.id())))
        .toList();
  }

  /** Takes a wire off the LAN; with a goodbye, or silently as when a cable is pulled. */
  void unplug(LoopbackWire wire, boolean goodbye) {
    var others = others(wire);
    List<LoopbackLink> broken;
    synchronized (this) {
      plugged.remove(wire.id(), wire);
      broken = open.stream().filter(l -> l.joins(wire.id())).toList();
    }
    broken.forEach(LoopbackLink::breakDown);
    if (goodbye) others.forEach(other -> other.hearsGoodbye(wire));
  }

  /** Nothing gets through between two devices any more, until {@link #mend}. */
  public void cut(DeviceId one, DeviceId other) {
    List<LoopbackLink> broken;
    synchronized (this) {
      cuts.add(Cut.between(one, other));
      broken = open.stream().filter(l -> l.joins(one) && l.joins(other)).toList();
    }
    broken.forEach(LoopbackLink::breakDown);
  }

  /** Ends a cut; both hear each other again. */
  public void mend(DeviceId one, DeviceId other) {
    LoopbackWire first;
    LoopbackWire second;
    synchronized (this) {
      cuts.remove(Cut.between(one, other));
      first = plugged.get(one);
      second = plugged.get(other);
    }
    if (first != null && second != null) {
      first.hears(second);
      second.hears(first);
    }
  }

  Link connect(LoopbackWire from, Endpoint at, DeviceId expected, Purpose purpose)
      throws IOException {
    LoopbackWire to;
    LoopbackLink near;
    LoopbackLink far;
    synchronized (this) {
      to =
          plugged.values().stream()
              .filter(w -> w.endpoint().equals(at))
              .findFirst()
              .orElseThrow(() -> unreachable(at));
      if (cuts.contains(Cut.between(from.id(), to.id()))) throw unreachable(at);
      if (expected != null && !to.id().equals(expected)) {
        throw new WireException(WireException.Reason.ANOTHER_KEY, at.toString(), null);
      }
      var there = new Pipe();
      var back = new Pipe();
      near = new LoopbackLink(this, ++linkNumbers, to, from.id(), purpose, false, back, there);
      far = new LoopbackLink(this, ++linkNumbers, from, to.id(), purpose, true, there, back);
      open.add(near);
      open.add(far);
    }
    to.linked(far);
    return near;
  }

  private static WireException unreachable(Endpoint at) {
    return new WireException(WireException.Reason.UNREACHABLE, at.toString(), null);
  }

  synchronized void closed(LoopbackLink link) {
    open.remove(link);
  }
}
