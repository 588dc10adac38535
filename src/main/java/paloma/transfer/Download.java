package paloma.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.Semaphore;
import paloma.files.PartFolder;
import paloma.files.SafeNames;
import paloma.model.CanonicalReader;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Transfer;
import paloma.store.TransferStore;
import paloma.work.Tasks;

/**
 * One accepted offer until it ends: dials, pulls, waits for the peer, pulls on, publishes. Runs on
 * a task of its own.
 */
final class Download {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** No frame for so long while chunks are due: the peer is gone, whatever TCP thinks. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How long a cancelled download gets to close its files. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** Chunks read again on resume: about what a system holds back from the disk for a while. */
  private static final int RECHECKED = 512;

  /** Links that broke the protocol before it is the peer's program that is broken. */
  private static final int STRIKES = 3;

  private final Downloads.Tools tools;
  private final MessageId offer;
  private final DeviceId peer;
  private final Path target;
  private final Semaphore wake = new Semaphore(0);
  private volatile Tasks.Task task;
  private int strikes;
  private Duration wait = FIRST_WAIT;
  private boolean published;

  Download(Downloads.Tools tools, Transfer transfer, Path target) {
    this.tools = tools;
    offer = transfer.offer();
    peer = transfer.peer();
    this.target = target;
  }

  /** Starts the task; {@code ended} runs when another download of this offer may start. */
  void start(Runnable ended) {
    task =
        tools
            .tasks()
            .start(
                "download-" + offer.text().substring(0, 6),
                () -> {
                  try {
                    run(ended);
                  } finally {
                    ended.run();
                  }
                });
  }

  void wake() {
    wake.release();
  }

  void interrupt() {
    task.interrupt();
  }

  private void run(Runnable ended) throws InterruptedException {
    try {
      while (!tried()) await();
    } catch (ProblemException e) {
      // Files are closed under the hands of an interrupted thread: that is no trouble with a disk.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      fail(e, ended);
    }
  }

  /** One try; false when the peer has to be waited for. */
  private boolean tried() throws InterruptedException {
    tools.slots().acquire();
    try (var link = tools.reach().dialFiles(peer)) {
      link.patience(PATIENCE);
      var pull = new Pull(link, offer, peer, tools.signing());
      pull.begin();
      if (!begun()) return true;
      pull(pull);
      return true;
    } catch (InterruptedIOException | ClosedByInterruptException e) {
      if (Thread.interrupted()) throw new InterruptedException();
      Downloads.log("the peer was silent", e);
    } catch (MalformedException e) {
      if (++strikes == STRIKES) {
        throw new ProblemException(Problem.failed("peer-misbehaved"), e);
      }
      Downloads.log("a peer broke the protocol", e);
    } catch (IOException e) {
      if (Thread.interrupted()) throw new InterruptedException();
      Downloads.log("no link for files", e);
    } finally {
      tools.slots().release();
    }
    return false;
  }

  private boolean begun() {
    var now =
        tools.ledger().change(offer, peer, t -> t.state().ended() ? t : t.running(t.done(), 0));
    return !now.state().ended();
  }

  private void await() throws InterruptedException {
    tools
        .ledger()
        .change(
            offer,
            peer,
            t -> t.state() == Transfer.State.RUNNING ? t.in(Transfer.State.WAITING) : t);
    var timer = tools.tasks().time().after(wait, "download-retry", wake::release);
    try {
      wake.acquire();
      wake.drainPermits();
    } finally {
      timer.cancel();
    }
    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
  }

  private void pull(Pull pull) throws IOException, InterruptedException {
    var offers = tools.store().offers();
    var summary = offers.find(offer).orElseThrow().summary();
    var encoded = offers.manifest(offer).orElse(null);
    if (encoded == null) {
      encoded = pull.manifest(summary);
      asPromised(ManifestCodec.decode(encoded), summary);
      offers.keepManifest(offer, encoded);
    }
    var map = new ChunkMap(ManifestCodec.decode(encoded));
    var chunks = tools.store().chunks();
    var have = chunks.have(offer);
    have.clear(map.chunks(), Math.max(map.chunks(), have.length()));
    long missing = summary.bytes() - have.stream().mapToLong(map::length).sum();
    try (var assembly = Assembly.open(map, target, Downloads.key(offer), missing)) {
      assembly.prepare();
      recheck(assembly, have);
      pull.chunks(
          tools.tasks(),
          map,
          have,
          assembly,
          chunks,
          done -> {
            wait = FIRST_WAIT;
            tools.ledger().progress(offer, peer, done);
          });
      publish(assembly);
    }
  }

  /** The person accepted what the offer said: so many files and bytes under these names. */
  private static void asPromised(Manifest manifest, Manifest.Summary summary)
      throws MalformedException {
    var tops = manifest.entries().stream().filter(e -> e.path().size() == 1).toList();
    var names = tops.stream().map(e -> SafeNames.of(e.path().getFirst())).toList();
    boolean named =
        !summary.names().isEmpty()
            && summary.names().size() <= names.size()
            && names.subList(0, summary.names().size()).equals(summary.names());
    CanonicalReader.check(
        named && manifest.files() == summary.files() && manifest.bytes() == summary.bytes(),
        "a manifest that is not what was offered");
  }

  private void recheck(Assembly assembly, BitSet have) {
    var chunks = tools.store().chunks();
    var unmarked = chunks.proved(offer);
    unmarked.andNot(have);
    var offerers = tools.ledger().of(offer).stream().map(Transfer::peer).toList();
    var pages = new StoredPages(chunks, offer, offerers, tools.signing());
    assembly.recheck(have, RECHECKED, pages::hash);
    assembly.recover(have, unmarked, RECHECKED, pages::hash);
  }

  private synchronized void publish(Assembly assembly) {
    if (tools.ledger().live(offer, peer).isEmpty()) return;
    var path = assembly.publish(tools.mark());
    published = true;
    tools.ledger().change(offer, peer, t -> t.finished(path));
    tools.store().offers().strip(offer);
  }

  /** Ends this from outside and removes what is staged; what is published stays finished. */
  Transfer stop(Transfer.State as) {
    leave(as);
    var row = tools.ledger().find(offer, peer).orElseThrow();
    clean(tools.store(), row);
    return row.transfer();
  }

  /** Ends this from outside; what is staged stays for another one of the same offer. */
  void leave(Transfer.State as) {
    synchronized (this) {
      if (!published) {
        tools.ledger().change(offer, peer, t -> t.state().ended() ? t : t.in(as));
      }
    }
    try {
      task.interrupt();
      task.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What can't get better is removed; a full disk or a locked folder can. */
  private void fail(ProblemException e, Runnable ended) {
    var problem = e.problem();
    System.getLogger("paloma.transfer")
        .log(System.Logger.Level.INFO, "download failed: " + problem.code(), e);
    boolean ours =
        switch (problem.code()) {
          case "disk-full", "folder-not-writable", "write-failed", "database-failed" -> true;
          default -> false;
        };
    if (!ours) tools.ledger().find(offer, peer).ifPresent(row -> clean(tools.store(), row));
    ended.run();
    boolean withdrawn = problem.code().equals("withdrawn");
    tools
        .ledger()
        .change(
            offer,
            peer,
            t ->
                t.state().ended()
                    ? t
                    : withdrawn ? t.in(Transfer.State.CANCELLED) : t.failed(problem));
  }

  /** Removes what was staged and journalled for an incoming offer. */
  static void clean(TransferStore store, TransferStore.Row row) {
    var offer = row.transfer().offer();
    store.offers().strip(offer);
    if (row.target() == null) return;
    try {
      PartFolder.remove(row.target(), Downloads.key(offer));
    } catch (IOException e) {
      Downloads.log("staged files stay behind", e);
    }
  }
}
