package paloma.wire.secure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A socket that reads ahead of TLS, which asks for the five bytes of a record's head and then for
 * the rest: each would be a system call.
 */
final class TcpSocket extends Socket {
  /** Two records. */
  private static final int BUFFER = 32 * 1024;

  private InputStream in;

  /** What it accepts reads ahead as well. */
  static ServerSocket server() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        var accepted = new TcpSocket();
        implAccept(accepted);
        return accepted;
      }
    };
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (in == null) in = new BufferedInputStream(super.getInputStream(), BUFFER);
    return in;
  }
}
