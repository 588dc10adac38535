package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import paloma.model.Problem;
import paloma.work.Tasks;

/** The TCP port: opens the first that is free and hands every connection on. */
final class Door implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.wire");

  /** The first port and the next nine; a firewall rule for a small range fits all profiles. */
  private static final int TRIES = 10;

  /** Everybody dials at once when a switch comes back. */
  private static final int BACKLOG = 256;

  /** Out of file handles: closing one takes others a moment. */
  private static final long PAUSE_MILLIS = 200;

  private final Tasks tasks;
  private final List<InetAddress> binds;
  private volatile List<ServerSocket> servers = List.of();

  Door(Tasks tasks, List<InetAddress> binds) {
    this.tasks = tasks;
    this.binds = binds;
  }

  /** Opens the port on every chosen address, IPv4 and IPv6; tells of each that was taken. */
  void open(int firstPort, IntConsumer taken) throws IOException {
    for (var bind : binds) {
      if (NetworkInterface.getByInetAddress(bind) == null) {
        throw Problem.failed("address-not-here", bind.getHostAddress()).exception();
      }
    }
    for (int port = firstPort; port < firstPort + TRIES && port <= 0xffff; port++) {
      try {
        servers = listen(port);
        return;
      } catch (BindException e) {
        LOG.log(Level.DEBUG, "port " + port + ": " + e.getMessage());
        taken.accept(port);
      }
    }
    servers = listen(0);
  }

  private List<ServerSocket> listen(int port) throws IOException {
    var opened = new ArrayList<ServerSocket>();
    try {
      int same = port;
      for (var bind : binds.isEmpty() ? everywhere() : binds) {
        var server = TcpSocket.server();
        opened.add(server);
        server.bind(new InetSocketAddress(bind, same), BACKLOG);
        same = server.getLocalPort();
      }
      return List.copyOf(opened);
    } catch (IOException e) {
      opened.forEach(Door::shut);
      throw e;
    }
  }

  /** The wildcard of Java's server sockets is both IP versions where the system has both. */
  private static List<InetAddress> everywhere() {
    return List.of(new InetSocketAddress(0).getAddress());
  }

  void accept(Consumer<Socket> guest) {
    for (var server : servers) {
      tasks.start("door-" + server.getLocalPort(), () -> accept(server, guest));
    }
  }

  private void accept(ServerSocket server, Consumer<Socket> guest) throws InterruptedException {
    while (!server.isClosed()) {
      try {
        guest.accept(server.accept());
      } catch (IOException e) {
        if (server.isClosed()) return;
        LOG.log(Level.WARNING, "accepting a connection: " + e.getMessage());
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  int port() {
    return servers.isEmpty() ? 0 : servers.getFirst().getLocalPort();
  }

  int sockets() {
    return servers.size();
  }

  @Override
  public void close() {
    servers.forEach(Door::shut);
  }

  private static void shut(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing a port", e);
    }
  }
}
