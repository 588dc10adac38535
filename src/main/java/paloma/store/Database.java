package paloma.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.work.Stopped;
import paloma.work.Tasks;

/**
 * The SQLite file of a profile: one writer, several readers (WAL). A commit takes all writes that
 * queued during the previous one and never waits for more; a write is acknowledged after its
 * commit. Each write stands in a savepoint of its own, so that one that fails takes no other along.
 */
public final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.store");

  /** More readers than this only queue at the disk. */
  private static final int READERS = 4;

  /** One commit never takes more than this many writes: nobody waits long for a crowd. */
  private static final int BATCH = 512;

  /** A commit on a slow disk takes tenths of a second; the end does not wait for more. */
  private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

  /** Reads take milliseconds: nobody waits this long unless the database is being closed. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(30);

  /** Some work in a transaction: on the writer thread (writes) or the caller's (reads). */
  @FunctionalInterface
  public interface Work<T> {
    T on(Tx tx);
  }

  private record Job<T>(Work<T> work, CompletableFuture<T> done, boolean durable) {
    Job(Work<T> work, boolean durable) {
      this(work, new CompletableFuture<>(), durable);
    }
  }

  private final Path file;
  private final Tasks tasks;
  private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final BlockingQueue<Tx> readers = new ArrayBlockingQueue<>(READERS);
  private final List<Tx> open = new ArrayList<>();
  private final AtomicLong commits = new AtomicLong();
  private final List<BeforeCommit> beforeCommit = new CopyOnWriteArrayList<>();
  private Tx writer;
  private volatile Condition condition;
  private boolean durable = true;
  private volatile boolean closed;
  private Tasks.Task writing;

  /** Called on the writer thread at the end of every batch, inside its transaction. */
  @FunctionalInterface
  public interface BeforeCommit {
    void run(Tx tx);
  }

  public Database(Path file, Tasks tasks) {
    this.file = file;
    this.tasks = tasks;
  }

  /** Opens the file, brings it to the newest form and starts the writer. */
  public void start() throws IOException {
    var opening = new Opening(file, tasks.time().now());
    try {
      writer = new Tx(opening.open());
      open.add(writer);
      condition = new Condition(file, opening.told());
      for (int i = 0; i < READERS; i++) {
        var reader = new Tx(Connections.openForReading(file));
        open.add(reader);
        readers.add(reader);
      }
      writer.connection().setAutoCommit(false);
    } catch (SQLException e) {
      throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
    }
    writing = tasks.start("store-writer", this::writeLoop);
  }

  /** How it is, once it was started. */
  public Condition condition() {
    return condition;
  }

  /** The copies that are kept of it. */
  public Backups backups() {
    return new Backups(file);
  }

  /** Adds work that ends every batch, such as signing what the batch said. Before any write. */
  public void beforeCommit(BeforeCommit work) {
    beforeCommit.add(work);
  }

  /** Does some work in a transaction; durable when this returns. */
  public <T> T write(Work<T> work) {
    return await(writeLater(work));
  }

  /** Queues some work; the future completes after the commit, when it is durable. */
  public <T> CompletableFuture<T> writeLater(Work<T> work) {
    return queue(new Job<>(work, true));
  }

  /**
   * Queues some work that can be found out again: it survives the end of this process, but a power
   * cut may take the last ones. The future completes after the commit, which waits for no disk.
   */
  public <T> CompletableFuture<T> writeRelaxed(Work<T> work) {
    return queue(new Job<>(work, false));
  }

  private <T> CompletableFuture<T> queue(Job<T> job) {
    if (closed) {
      job.done.completeExceptionally(new Stopped());
    } else {
      queue.add(job);
    }
    return job.done;
  }

  /**
   * The same for work nobody waits for; what it returns is handed on after the commit, on the
   * writer thread, which must not be held up. A failure is logged: what it would have written is
   * lost.
   */
  public <T> void writeBehind(Work<T> work, Consumer<T> then) {
    var _ =
        writeRelaxed(work)
            .thenAccept(then)
            .exceptionally(e -> {
              if (!(e.getCause() instanceof Stopped)) LOG.log(Level.ERROR, "write behind", e);
              return null;
            });
  }

  public void writeBehind(Work<?> work) {
    writeBehind(work, _ -> {});
  }

  /** Waits for a write, unwrapping what it threw. */
  public static <T> T await(CompletableFuture<T> write) {
    try {
      return write.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException problem) throw problem;
      if (e.getCause() instanceof Stopped stopped) throw stopped;
      throw new ProblemException(Problem.failed("database-failed", message(e)), e.getCause());
    }
  }

  /** Reads on the caller's thread, seeing all that is committed. */
  public <T> T read(Work<T> work) {
    Tx reader;
    try {
      reader = closed ? null : readers.poll(READ_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
    if (reader == null) throw new Stopped();
    try {
      return work.on(reader);
    } catch (Tx.Failure e) {
      condition.met(e);
      throw StoreProblems.of(e.sql());
    } finally {
      readers.add(reader);
    }
  }

  public long commits() {
    return commits.get();
  }

  /** Writes that wait for a commit. */
  public int queued() {
    return queue.size();
  }

  private static String message(Throwable e) {
    var cause = e.getCause() != null ? e.getCause() : e;
    return String.valueOf(cause.getMessage());
  }

  private void writeLoop() throws InterruptedException {
    var batch = new ArrayList<Job<?>>();
    while (!closed || !queue.isEmpty()) {
      batch.add(queue.take());
      queue.drainTo(batch, BATCH - 1);
      commit(batch);
      batch.clear();
    }
  }

  private void commit(List<Job<?>> batch) {
    var acknowledge = new ArrayList<Runnable>(batch.size());
    try {
      durable(batch.stream().anyMatch(Job::durable));
      for (var job : batch) acknowledge.add(run(job));
      for (var work : beforeCommit) work.run(writer);
      writer.connection().commit();
      commits.incrementAndGet();
      condition.committed();
    } catch (SQLException | RuntimeException e) {
      condition.met(e);
      var problem = StoreProblems.of(e);
      rollback();
      batch.forEach(job -> job.done.completeExceptionally(problem));
      return;
    }
    acknowledge.forEach(Runnable::run);
  }

  /** Whether the commits from now on wait for the disk: a matter of 0.4 ms, and of its wear. */
  private void durable(boolean wanted) throws SQLException {
    if (wanted == durable) return;
    var connection = writer.connection();
    // SQLite takes this only between transactions; the one that is open is empty.
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = " + (wanted ? "FULL" : "NORMAL"));
    }
    connection.setAutoCommit(false);
    durable = wanted;
  }

  /** Runs one write in its savepoint; what it returns tells the waiting after the commit. */
  private <T> Runnable run(Job<T> job) throws SQLException {
    var before = writer.connection().setSavepoint();
    try {
      T result = job.work.on(writer);
      writer.connection().releaseSavepoint(before);
      return () -> job.done.complete(result);
    } catch (Tx.Failure e) {
      if (StoreProblems.spoilsAll(e.sql())) throw e;
      writer.connection().rollback(before);
      return () -> job.done.completeExceptionally(StoreProblems.of(e.sql()));
    } catch (RuntimeException e) {
      writer.connection().rollback(before);
      return () -> job.done.completeExceptionally(e);
    }
  }

  private void rollback() {
    try {
      writer.connection().rollback();
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "rollback failed", e);
    }
  }

  /** Lets the writer finish what is queued and closes the file. */
  @Override
  public void close() {
    closed = true;
    var last = new Job<Void>(_ -> null, true);
    queue.add(last);
    try {
      if (writing != null) writing.join(LAST_COMMIT);
      for (int i = 0; i < READERS; i++) {
        // Whoever reads now may finish; whoever comes later is told that we are stopping.
        if (readers.poll(LAST_COMMIT.toMillis(), TimeUnit.MILLISECONDS) == null) break;
      }
      if (condition != null) condition.ends();
      for (var tx : open) tx.connection().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "close failed", e);
    }
  }
}
