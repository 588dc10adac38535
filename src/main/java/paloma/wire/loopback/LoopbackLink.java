package paloma.wire.loopback;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.wire.Link;

/** One end of a link in memory; the LAN itself vouches for the keys. */
final class LoopbackLink implements Link {
  private final LoopbackLan lan;
  private final long number;
  private final LoopbackWire peer;
  private final DeviceId near;
  private final Purpose purpose;
  private final boolean incoming;
  private final Pipe in;
  private final Pipe out;

  LoopbackLink(
      LoopbackLan lan,
      long number,
      LoopbackWire peer,
      DeviceId near,
      Purpose purpose,
      boolean incoming,
      Pipe in,
      Pipe out) {
    this.lan = lan;
    this.number = number;
    this.peer = peer;
    this.near = near;
    this.purpose = purpose;
    this.incoming = incoming;
    this.in = in;
    this.out = out;
  }

  boolean joins(DeviceId id) {
    return near.equals(id) || peer.id().equals(id);
  }

  void breakDown() {
    in.breakDown();
    out.breakDown();
    lan.closed(this);
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public DeviceId peer() {
    return peer.id();
  }

  @Override
  public byte[] publicKey() {
    return peer.publicKey();
  }

  @Override
  public long peerInstance() {
    return peer.instance();
  }

  @Override
  public Purpose purpose() {
    return purpose;
  }

  @Override
  public boolean incoming() {
    return incoming;
  }

  @Override
  public Endpoint remote() {
    return peer.endpoint();
  }

  @Override
  public long features() {
    return 0;
  }

  @Override
  public InputStream in() {
    return in.in();
  }

  @Override
  public OutputStream out() {
    return out.out();
  }

  @Override
  public void patience(Duration most) {
    in.patience(most);
  }

  @Override
  public void close() {
    in.breakDown();
    out.end();
    lan.closed(this);
  }
}
