package paloma.model;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where somebody's TCP port was last heard to be: only news, never identity. */
public record Endpoint(InetAddress address, int port) {
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(address, port);
  }

  @Override
  public String toString() {
    var host = address.getHostAddress();
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }
}
