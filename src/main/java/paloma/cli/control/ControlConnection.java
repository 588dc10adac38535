package paloma.cli.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.settings.Json;
import paloma.settings.Words;
import paloma.work.Tasks;

/**
 * One client. Requests are begun in their order, here; each is finished on a task of its own, so
 * that many can be under way. Lines of different answers may alternate, a line is never torn.
 */
final class ControlConnection implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.cli");

  /** Requests under way: beyond, the client is read no further. */
  private static final int UNDER_WAY = 1024;

  private final SocketChannel channel;
  private final Requests requests;
  private final Words words;
  private final Tasks tasks;
  private final InputStream in;
  private final OutputStream out;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final Set<Tasks.Task> finishing = ConcurrentHashMap.newKeySet();

  ControlConnection(SocketChannel channel, Requests requests, Words words, Tasks tasks) {
    this.channel = channel;
    this.requests = requests;
    this.words = words;
    this.tasks = tasks;
    this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /** Answers until the client goes. */
  void run() throws InterruptedException, IOException {
    try {
      String line;
      while ((line = Lines.read(in)) != null) {
        if (!line.isBlank()) begin(line);
      }
      // A client may close its half and still read: what was asked is answered.
      room.acquire(UNDER_WAY);
    } catch (ClosedChannelException e) {
      LOG.log(System.Logger.Level.TRACE, "control client went");
    }
  }

  private void begin(String line) throws InterruptedException {
    Request request;
    try {
      request = Request.parse(line);
    } catch (ProblemException e) {
      end(null, Exit.of(e.problem().kind()), e.problem());
      return;
    }
    room.acquire();
    Handler.Finish finish;
    try {
      finish = requests.begin(request);
    } catch (RuntimeException e) {
      room.release();
      fail(request, e);
      return;
    }
    tasks.start("control-" + request.command().replace(' ', '-'), () -> finish(request, finish));
  }

  private void finish(Request request, Handler.Finish finish) throws InterruptedException {
    var self = new Tasks.Task(Thread.currentThread());
    finishing.add(self);
    try {
      if (!channel.isOpen()) throw new InterruptedException();
      end(request, finish.finish(row -> write(request, Map.of("row", row))), null);
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.TRACE, "control client went");
    } catch (RuntimeException e) {
      fail(request, e);
    } finally {
      finishing.remove(self);
      room.release();
    }
  }

  private void fail(Request request, RuntimeException e) {
    if (e instanceof ProblemException known) {
      end(request, Exit.of(known.problem().kind()), known.problem());
      return;
    }
    LOG.log(System.Logger.Level.ERROR, request.command() + " failed", e);
    end(request, Exit.FAILED, Problem.failed("unexpected", String.valueOf(e)));
  }

  private void end(Request request, int exit, Problem problem) {
    var end = new LinkedHashMap<String, Object>();
    end.put("exit", exit);
    if (problem != null) end.put("problem", Rows.problem(problem, words));
    try {
      write(request, end);
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.TRACE, "control client went");
    }
  }

  private void write(Request request, Map<String, ?> answer) {
    var line = new LinkedHashMap<String, Object>();
    if (request != null && request.id() != null) line.put("id", request.id());
    line.putAll(answer);
    var bytes = (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      try {
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    finishing.forEach(Tasks.Task::interrupt);
  }
}
