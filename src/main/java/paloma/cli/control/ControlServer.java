package paloma.cli.control;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.model.Problem;
import paloma.settings.ProfileFolder;
import paloma.settings.Words;
import paloma.work.Tasks;

/** Listens on the control socket of a profile whose lock this process holds. */
public final class ControlServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.cli");

  private final SocketFile file;
  private final Requests requests;
  private final Words words;
  private final Tasks tasks;
  private final Set<ControlConnection> connections = ConcurrentHashMap.newKeySet();
  private ServerSocketChannel server;

  public ControlServer(ProfileFolder folder, Requests requests, Words words, Tasks tasks) {
    this.file = new SocketFile(folder);
    this.requests = requests;
    this.words = words;
    this.tasks = tasks;
  }

  /** From now on clients can connect; they wait until {@link #start}. */
  public void open() {
    try {
      server = file.bind();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "no control socket", e);
      throw Problem.failed("control-socket", String.valueOf(e.getMessage())).exception();
    }
  }

  /** From now on clients are answered. */
  public void start() {
    tasks.start("control", this::acceptLoop);
  }

  private void acceptLoop() throws IOException {
    try {
      while (true) {
        var connection = new ControlConnection(server.accept(), requests, words, tasks);
        connections.add(connection);
        tasks.start(
            "control-client",
            () -> {
              try (connection) {
                connection.run();
              } finally {
                connections.remove(connection);
              }
            });
      }
    } catch (ClosedChannelException e) {
      LOG.log(System.Logger.Level.TRACE, "control socket closed");
    }
  }

  /** Takes no more clients and removes the socket: before the lock is given back. */
  public void stopListening() throws IOException {
    if (server == null || !server.isOpen()) return;
    server.close();
    file.remove();
  }

  /** Ends all connections; a client in the middle of an answer sees the end of the stream. */
  @Override
  public void close() throws IOException {
    stopListening();
    for (var connection : connections) connection.close();
  }
}
