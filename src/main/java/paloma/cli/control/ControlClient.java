package paloma.cli.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import paloma.model.Problem;
import paloma.settings.Json;
import paloma.settings.Json.NotAnObject;
import paloma.settings.ProfileFolder;

/** The client's end of the control socket. One request at a time; not thread-safe. */
public final class ControlClient implements AutoCloseable {
  private final SocketChannel channel;
  private final InputStream in;

  private ControlClient(SocketChannel channel) {
    this.channel = channel;
    this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
  }

  /** The running instance of a profile; empty when there is none. */
  public static Optional<ControlClient> connect(ProfileFolder folder) {
    try {
      return Optional.of(new ControlClient(new SocketFile(folder).connect()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How a request ended. */
  public record End(int exit, Optional<Problem> problem) {}

  /** Asks and hands out the rows as they come. An instance that goes meanwhile is a problem. */
  public End ask(String command, Map<String, ?> fields, Consumer<Map<String, Object>> rows) {
    var request = new LinkedHashMap<String, Object>();
    request.put("command", command);
    request.putAll(fields);
    try {
      var bytes = ByteBuffer.wrap((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      String line;
      while ((line = Lines.read(in)) != null) {
        var answer = Json.object(line);
        if (answer.get("row") instanceof Map<?, ?> row) {
          rows.accept(strings(row));
        } else if (answer.get("exit") instanceof Integer exit) {
          return new End(exit, problem(exit, answer.get("problem")));
        }
      }
    } catch (IOException e) {
      // The end of the instance looks so, too.
    } catch (NotAnObject e) {
      throw new IllegalStateException("the instance answered no JSON", e);
    }
    return new End(Exit.FAILED, Optional.of(Problem.failed("instance-ended")));
  }

  /** Waits until the instance has ended and given the profile back. */
  public void awaitEnd() {
    try {
      while (in.read() >= 0) {
        // What another answer still says is of no use any more.
      }
    } catch (IOException e) {
      // A connection that breaks has ended as well.
    }
  }

  @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
  private static Map<String, Object> strings(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }

  private static Optional<Problem> problem(int exit, Object object) {
    if (!(object instanceof Map<?, ?> fields)) return Optional.empty();
    var details =
        fields.get("details") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.<String>of();
    return Optional.of(new Problem(String.valueOf(fields.get("code")), kind(exit), details));
  }

  private static Problem.Kind kind(int exit) {
    return switch (exit) {
      case Exit.USAGE -> Problem.Kind.USAGE;
      case Exit.UNKNOWN -> Problem.Kind.UNKNOWN;
      case Exit.TIMED_OUT -> Problem.Kind.TIMED_OUT;
      case Exit.REFUSED -> Problem.Kind.REFUSED;
      default -> Problem.Kind.FAILED;
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
