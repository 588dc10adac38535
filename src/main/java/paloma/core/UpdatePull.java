package paloma.core;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MessageId;
import paloma.model.Release;
import paloma.model.SignedRelease;
import paloma.model.Transfer;
import paloma.transfer.Outgoing;
import paloma.transfer.Standing;
import paloma.update.Incoming;
import paloma.update.ReleaseKeys;

/**
 * The one installer that is being pulled: from one holder at a time, going on with another where
 * the first one stopped, and after a kill. Guarded by the lock of its owner.
 */
final class UpdatePull {
  private final ReleaseKeys keys;
  private final Incoming incoming;
  private Standing standing;
  private SignedRelease signed;
  private Release release;
  private DeviceId from;
  private long done;
  private boolean running;
  private boolean stopped;
  private boolean mixed;

  /**
   * @param folder that of all installers
   */
  UpdatePull(ReleaseKeys keys, Path folder) {
    this.keys = keys;
    incoming = new Incoming(folder);
  }

  /** The number under which everybody serves a release. */
  static MessageId number(Hash id) {
    return Standing.number(id);
  }

  /** A release as everybody serves it. */
  static Outgoing file(Release release, List<Path> roots) {
    return Standing.file(release.file(), release.size(), release.date(), roots);
  }

  /**
   * Goes on with what was wanted when the profile was last open, if it still is; returns the file
   * when all of it had come.
   */
  Optional<Path> resume(Standing transfers, Predicate<Release> still) {
    standing = transfers;
    var before = incoming.wanted();
    var wanted = before.flatMap(keys::check).filter(still);
    DeviceId holder = null;
    for (var transfer : standing.pulling()) {
      boolean same = wanted.isPresent() && transfer.offer().equals(number(before.get().id()));
      if (same) holder = transfer.peer();
      else standing.drop(transfer.offer(), transfer.peer());
    }
    if (wanted.isEmpty()) {
      incoming.clear();
      return Optional.empty();
    }
    var arrived = incoming.place().resolve(wanted.get().file());
    if (holder != null) {
      begin(before.get(), wanted.get(), holder);
    } else if (Files.isRegularFile(arrived, LinkOption.NOFOLLOW_LINKS)) {
      signed = before.get();
      release = wanted.get();
      done = release.size();
      return Optional.of(arrived);
    } else {
      incoming.clear();
    }
    return Optional.empty();
  }

  /** Begins, or goes on with what lies there of this release. */
  void begin(SignedRelease what, Release as, DeviceId holder) {
    incoming.want(what);
    signed = what;
    release = as;
    done = standing.pulling(number(id())).map(Transfer::done).orElse(0L);
    mixed = standing.sources(number(id())).stream().anyMatch(peer -> !peer.equals(holder));
    pull(holder);
  }

  private void pull(DeviceId holder) {
    from = holder;
    running = false;
    stopped = false;
    standing.pull(number(id()), from, file(release, List.of()), incoming.place());
  }

  /** Goes on with another holder; may wait until the first one's files are closed. */
  void turnTo(DeviceId holder) {
    standing.leave(number(id()), from);
    mixed |= done > 0;
    pull(holder);
  }

  /** What came from several is wrong: who is to blame shows when one alone gives all of it. */
  void again() {
    incoming.clear();
    incoming.want(signed);
    mixed = false;
    done = 0;
    pull(from);
  }

  /** Whether news of a transfer are about this. */
  boolean about(Transfer transfer) {
    return active() && transfer.peer().equals(from) && transfer.offer().equals(number(id()));
  }

  void note(Transfer transfer) {
    done = transfer.done();
    // It waits at first, too: only what ran before has stopped.
    stopped = running && transfer.state() == Transfer.State.WAITING;
    running = transfer.state() == Transfer.State.RUNNING;
  }

  /** Ends it, and forgets what came. */
  void end() {
    if (from != null) standing.drop(number(id()), from);
    incoming.clear();
    signed = null;
    release = null;
    from = null;
    done = 0;
  }

  /** Ends it for now: what came stays for the next try. */
  void pause() {
    if (from != null) standing.leave(number(id()), from);
    signed = null;
    release = null;
    from = null;
    done = 0;
  }

  boolean active() {
    return signed != null;
  }

  Hash id() {
    return signed.id();
  }

  SignedRelease signed() {
    return signed;
  }

  Release release() {
    return release;
  }

  /** Null when all had come before this run. */
  DeviceId from() {
    return from;
  }

  long done() {
    return done;
  }

  /** Whether bytes come. */
  boolean running() {
    return running;
  }

  /** Whether bytes came and come no more. */
  boolean stopped() {
    return stopped;
  }

  /** Whether the bytes may be of several. */
  boolean mixed() {
    return mixed || from == null;
  }
}
