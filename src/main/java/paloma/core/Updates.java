package paloma.core;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Installing;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Release;
import paloma.model.ReleaseVersion;
import paloma.model.SignedRelease;
import paloma.model.Transfer;
import paloma.model.Update;
import paloma.peers.PeerBook;
import paloma.sync.Offerings;
import paloma.transfer.Standing;
import paloma.update.Dismissed;
import paloma.update.Holders;
import paloma.update.InstallerShelf;
import paloma.update.UpdateRules;
import paloma.update.Updating;

/**
 * Updates that colleagues pass on: what lies here is told and served, what others have is shown
 * when it is signed and newer, and comes here only when the person asks. Links and transfers never
 * wait here: what they tell is dealt with in order, in a task of its own. Thread-safe.
 */
public final class Updates implements Offerings {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Updating updating;
  private final Notices notices;
  private final PassedOn passedOn;
  private final Holders holders;
  private final Dismissed dismissed;
  private final UpdateLook look;
  private final UpdatePull pull;
  private final Arrivals queue;
  private final AtomicBoolean lookDue = new AtomicBoolean();
  private final Set<Hash> told = new HashSet<>();
  private volatile Update shown;
  private volatile boolean newcomer;
  private Links links;

  Updates(Setup setup, PeerBook peers, Notices notices) {
    this.notices = notices;
    updating = setup.updating();
    var running = ReleaseVersion.parse(setup.version());
    var folder = setup.profile().resolve("updates");
    var shelf = new InstallerShelf(folder, updating.keys(), running);
    passedOn = new PassedOn(shelf);
    holders = new Holders(updating.keys());
    dismissed = new Dismissed(folder);
    look =
        new UpdateLook(
            updating,
            new UpdateRules(running, updating.here()),
            shelf,
            holders,
            dismissed,
            peers::trustOf);
    pull = new UpdatePull(updating.keys(), folder);
    queue = new Arrivals(setup.tasks(), "updates");
  }

  /** Before the first link: looks at what lies here and goes on with what was wanted. */
  synchronized void start(Links links, Standing standing) {
    this.links = links;
    standing.begin(new UpdateEars(this, queue), look::guest);
    passedOn.start(links, standing);
    try {
      pull.resume(standing, look::wants).ifPresent(file -> queue.add(() -> arrived(file)));
    } catch (ProblemException e) {
      // A full disk must not keep anybody from talking.
      LOG.log(Level.WARNING, "an update does not go on: {0}", e.problem().code());
    }
    queue.start();
    lookSoon();
  }

  @Override
  public List<SignedRelease> forPeer(DeviceId peer) {
    return look.guest(peer) == Standing.Guest.REFUSED ? List.of() : passedOn.told();
  }

  @Override
  public void heard(DeviceId peer, List<SignedRelease> releases) {
    holders.say(peer, releases);
    newcomer = true;
    lookSoon();
  }

  @Override
  public void ended(DeviceId peer) {
    if (links.with(peer).isPresent()) return;
    holders.forget(peer);
    lookSoon();
  }

  /** News of a transfer, in the order of the queue. */
  synchronized void moved(Transfer transfer) {
    if (!pull.about(transfer)) return;
    pull.note(transfer);
    lookAgain();
  }

  private void lookSoon() {
    if (lookDue.compareAndSet(false, true)) queue.add(this::lookAgain);
  }

  /** Looks what there is to show, and tells when it is another thing than before. */
  private synchronized void lookAgain() {
    lookDue.set(false);
    if (pull.active() && !look.wants(pull.release())) pull.end();
    if (pull.active() && pull.from() != null) turnToAnother();
    newcomer = false;
    var found = look.best();
    var now =
        pull.active() && look.on()
            ? look.update(pull.release(), pull.from(), Update.State.DOWNLOADING, pull.done(), null)
            : found.map(UpdateLook.Found::update).orElse(null);
    if (Objects.equals(now, shown)) return;
    shown = now;
    boolean news = now != null && told.add(pull.active() ? pull.id() : found.get().offered().id());
    notices.post(new Notice.UpdateChanged(Optional.ofNullable(now), news));
  }

  /** A holder that is gone or busy need not be waited for when another one is there. */
  private void turnToAnother() {
    boolean gone = links.with(pull.from()).isEmpty();
    if (!gone && !pull.stopped() && (pull.running() || !newcomer)) return;
    look.askable(pull.id()).stream()
        .filter(peer -> !peer.equals(pull.from()) && links.with(peer).isPresent())
        .reduce((_, latest) -> latest)
        .ifPresent(this::turnTo);
  }

  private void turnTo(DeviceId holder) {
    try {
      pull.turnTo(holder);
    } catch (ProblemException e) {
      holders.failed(pull.id(), holder);
      next(e.problem());
    }
  }

  synchronized void finished(Transfer transfer) {
    if (pull.about(transfer)) arrived(transfer.path());
  }

  /** All bytes are there: the look at them that counts. */
  private synchronized void arrived(Path file) {
    if (!pull.active()) return;
    var id = pull.id();
    try {
      passedOn.add(file, pull.signed());
      if (pull.from() != null) look.givers.put(id, pull.from());
      look.troubles.remove(id);
      pull.end();
    } catch (ProblemException e) {
      // The program ends in the middle of the look: the next start looks again.
      if (Thread.currentThread().isInterrupted()) return;
      LOG.log(Level.WARNING, "an update was not taken: {0}", e.problem().code());
      if (!e.problem().code().equals(UpdateLook.TAMPERED)) {
        look.troubles.put(id, e.problem());
        pull.end();
      } else if (pull.mixed() && pull.from() != null) {
        pull.again();
      } else {
        if (pull.from() != null) holders.distrust(id, pull.from());
        next(e.problem());
      }
    }
    lookAgain();
  }

  synchronized void failed(Transfer transfer) {
    if (!pull.about(transfer)) return;
    var problem = transfer.problem();
    var id = pull.id();
    switch (problem.code()) {
      case "disk-full", "folder-not-writable", "write-failed", "database-failed" -> {
        look.troubles.put(id, problem);
        pull.pause();
      }
      default -> {
        holders.failed(id, pull.from());
        next(problem);
      }
    }
    lookAgain();
  }

  /** Asks the next one who has it; when there is nobody left, the trouble stays. */
  private void next(Problem problem) {
    var id = pull.id();
    var signed = pull.signed();
    var release = pull.release();
    look.troubles.put(id, problem);
    pull.end();
    var others = look.askable(id);
    if (others.isEmpty()) return;
    try {
      pull.begin(signed, release, others.getFirst());
    } catch (ProblemException e) {
      look.troubles.put(id, e.problem());
    }
  }

  /** What is shown now. */
  public Optional<Update> shown() {
    return Optional.ofNullable(shown);
  }

  /** What is set has changed: what was told and begun is looked at again. */
  public synchronized void reconsider() {
    passedOn.tell();
    lookAgain();
  }

  private void mustBeOn() {
    if (updating.keys().isEmpty()) throw Problem.refused("updates-no-key").exception();
    if (!look.on()) throw Problem.refused("updates-off").exception();
  }

  /** Puts an installer on the shelf that a person has, for colleagues and for here. */
  public synchronized Release add(Path installer) {
    mustBeOn();
    var entry = passedOn.add(installer);
    lookAgain();
    return entry.release();
  }

  /** Begins to get what is shown; returns how it is then. */
  public synchronized Update get() {
    mustBeOn();
    lookAgain();
    var found = look.best();
    if (!pull.active()) {
      var offered = found.orElseThrow(() -> Problem.unknown("update-none").exception()).offered();
      if (found.get().update().state() == Update.State.READY) return shown;
      holders.forgive(offered.id());
      var holder =
          look.askable(offered.id()).stream()
              .findFirst()
              .orElseThrow(() -> found.get().update().problem().exception());
      look.troubles.remove(offered.id());
      pull.begin(offered.signed(), offered.release(), holder);
      lookAgain();
    }
    return shown;
  }

  /** Hands what lies here to the system, whose installer asks the person. */
  public synchronized Installing.Outcome install() {
    mustBeOn();
    var found =
        look.best()
            .filter(f -> f.update().state() == Update.State.READY)
            .orElseThrow(() -> Problem.unknown("update-not-ready").exception());
    var entry = passedOn.find(found.offered().id()).orElseThrow();
    try {
      return updating.installing().begin(entry.release(), passedOn.takeOut(entry));
    } finally {
      // Somebody may have changed it on this disk: then it is gone, and no colleague is to blame.
      lookAgain();
    }
  }

  /** Stops getting it; what came stays for the next try. */
  public synchronized void cancel() {
    if (!pull.active()) throw Problem.unknown("update-none").exception();
    pull.pause();
    lookAgain();
  }

  /** Nothing more of what is shown: what was begun ends. */
  public synchronized void dismiss() {
    if (pull.active()) {
      dismissed.add(pull.id());
      pull.end();
    } else {
      var found = look.best().orElseThrow(() -> Problem.unknown("update-none").exception());
      dismissed.add(found.offered().id());
    }
    lookAgain();
  }
}
