package paloma.lan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.jr.ob.JSON;

/**
 * The control socket of a running node: a Unix socket, so it is reached from outside the host's
 * network. Many requests may be under way. Thread-safe.
 */
public final class Control implements AutoCloseable {
  /** Longer than anything here should take, shorter than the patience of a person. */
  private static final int PATIENCE_SECONDS = 120;

  private final SocketChannel channel;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
  private volatile IOException gone;

  /** What a request ended with. */
  public record Answer(int exit, List<Map<String, Object>> rows, Object problem) {
    public Map<String, Object> row() {
      if (rows.size() != 1) throw new AssertionError("one row expected: " + this);
      return rows.getFirst();
    }
  }

  private record Pending(CompletableFuture<Answer> answer, List<Map<String, Object>> rows) {}

  Control(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform()
        .daemon()
        .name("control " + socket.getParent().getFileName())
        .start(this::read);
  }

  /** Asks and waits for the end of the answer; IOException when the node went meanwhile. */
  public Answer ask(String command, Map<String, ?> fields)
      throws IOException, InterruptedException {
    try {
      return begin(command, fields).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError(command + " " + fields + " was not answered", e);
    }
  }

  public CompletableFuture<Answer> begin(String command, Map<String, ?> fields) throws IOException {
    long id = ids.incrementAndGet();
    var request = new LinkedHashMap<String, Object>();
    request.put("id", id);
    request.put("command", command);
    request.putAll(fields);
    var answer = new CompletableFuture<Answer>();
    pending.put(id, new Pending(answer, new ArrayList<>()));
    write(JSON.std.asString(request) + "\n");
    if (gone != null) answer.completeExceptionally(gone);
    return answer;
  }

  private synchronized void write(String line) throws IOException {
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  private void read() {
    var end = new IOException("the node went");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) take(JSON.std.mapFrom(line));
    } catch (IOException e) {
      end.addSuppressed(e);
    } finally {
      gone = end;
      pending.values().forEach(p -> p.answer().completeExceptionally(end));
    }
  }

  @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
  private void take(Map<String, Object> line) {
    var id = ((Number) line.get("id")).longValue();
    var waiting = pending.get(id);
    if (line.get("row") instanceof Map<?, ?> row) {
      waiting.rows().add((Map<String, Object>) row);
    } else {
      pending.remove(id);
      int exit = ((Number) line.get("exit")).intValue();
      waiting.answer().complete(new Answer(exit, waiting.rows(), line.get("problem")));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
