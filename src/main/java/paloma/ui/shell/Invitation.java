package paloma.ui.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import paloma.model.Endpoint;
import paloma.model.Problem;

/** An address from a link, about which the person has not been asked yet. */
public record Invitation(String host, int port) {
  /** As people write it; the port of an IPv6 address stands behind brackets. */
  public String text() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Looks the name up: not before somebody said yes, and not on the JavaFX thread. */
  Endpoint resolved() {
    try {
      return new Endpoint(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw Problem.unknown("peer-host-unknown", text()).exception();
    }
  }
}
