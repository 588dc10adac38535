package paloma.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.wire.Link;

/** Connected pairs of sockets on loopback, plain or TLS, and links over them. */
final class Wires implements AutoCloseable {
  private final ServerSocket server;
  private final SSLContext context;

  Wires(Path folder) throws Exception {
    context = Tls.context(folder);
    server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  record Pair(Socket dialler, Socket dialled) {}

  Pair plain() throws IOException {
    var dialler = new Socket(server.getInetAddress(), server.getLocalPort());
    var dialled = server.accept();
    dialler.setTcpNoDelay(true);
    dialled.setTcpNoDelay(true);
    return new Pair(dialler, dialled);
  }

  Pair tls() throws IOException {
    var plain = plain();
    var factory = context.getSocketFactory();
    var dialler = (SSLSocket) factory.createSocket(plain.dialler, "bench", 1, true);
    var dialled = (SSLSocket) factory.createSocket(plain.dialled, null, true);
    dialled.setUseClientMode(false);
    var hands = Thread.ofVirtual().start(() -> shake(dialled));
    shake(dialler);
    try {
      hands.join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return new Pair(dialler, dialled);
  }

  private static void shake(SSLSocket socket) {
    try {
      socket.startHandshake();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One end of a link over a socket. */
  record SocketLink(
      Socket socket, DeviceId peer, boolean incoming, InputStream in, OutputStream out)
      implements Link {
    SocketLink(Socket socket, DeviceId peer, boolean incoming) throws IOException {
      this(
          socket,
          peer,
          incoming,
          new BufferedInputStream(socket.getInputStream(), 64 * 1024),
          new BufferedOutputStream(socket.getOutputStream(), 64 * 1024));
    }

    @Override
    public long number() {
      return socket.getLocalPort();
    }

    @Override
    public long peerInstance() {
      return 1;
    }

    @Override
    public byte[] publicKey() {
      return new byte[0];
    }

    @Override
    public Purpose purpose() {
      return Purpose.FILES;
    }

    @Override
    public Endpoint remote() {
      return new Endpoint(socket.getInetAddress(), socket.getPort());
    }

    @Override
    public long features() {
      return 0;
    }

    @Override
    public void patience(Duration most) {
      try {
        socket.setSoTimeout(most == null ? 0 : (int) most.toMillis());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        System.getLogger("paloma.bench").log(System.Logger.Level.DEBUG, "close", e);
      }
    }
  }
}
