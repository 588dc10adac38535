package paloma.core;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.mail.Carrier;
import paloma.mail.Inbox;
import paloma.mail.Leaving;
import paloma.mail.Sealing;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.model.Peer;
import paloma.model.Profile;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.sync.MailPost;
import paloma.sync.SyncLink;
import paloma.work.Time;

/**
 * Where the mail of absent people goes through: ours to colleagues, theirs to others, others' to
 * us. Thread-safe.
 */
final class MailDesk implements MailPost {
  /** Who is away for less gets it over a link. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Signing signing;
  private final PeerBook peers;
  private final Logs logs;
  private final Time time;
  private final Supplier<MailPolicy> policy;
  private final BooleanSupplier seen;
  private final SealKeys keys;
  private final Carrier carrier;
  private final Inbox inbox;
  private final Leaving leaving;
  private final Set<LogId> byMail = ConcurrentHashMap.newKeySet();
  private final Set<DeviceId> due = new HashSet<>();
  private boolean everybody;
  private boolean looking;
  private Links links;

  /**
   * @param seen whether others may see that somebody is here
   */
  MailDesk(
      Database database,
      MailStore store,
      Logs logs,
      Markers markers,
      Correspondence correspondence,
      Consequences consequences,
      PeerBook peers,
      Signing signing,
      SealKeys keys,
      Supplier<MailPolicy> policy,
      BooleanSupplier seen,
      Time time) {
    this.signing = signing;
    this.peers = peers;
    this.logs = logs;
    this.time = time;
    this.policy = policy;
    this.seen = seen;
    this.keys = keys;
    var us = signing.ourselves();
    carrier = new Carrier(database, store, time);
    inbox = new Inbox(logs, markers, correspondence, us, keys::all, this::cameByMail);
    leaving =
        new Leaving(
            database,
            store,
            logs,
            markers,
            us,
            time,
            kept -> {
              if (kept.log().author().equals(us)) {
                consequences.changed(kept.log(), kept.first(), kept.upTo());
              }
              leaveFor(kept.reader());
            });
  }

  void start(Links links) {
    this.links = links;
    carrier.start();
  }

  void stop() {
    carrier.stop();
    keys.stop();
  }

  Leaving leaving() {
    return leaving;
  }

  Carrier carrier() {
    return carrier;
  }

  /** Whether something may lie here for somebody: worth a link. */
  boolean mayHaveMailFor(DeviceId peer) {
    return peers.peer(peer).map(p -> carrier.mayHaveMail(p.profile().sealKey())).orElse(false);
  }

  /** Something was said to somebody with whom there is no link. */
  void absent(DeviceId reader) {
    lookSoon(reader);
  }

  /** We look different now: markers that nobody was to see before may be left. */
  void looks() {
    if (seen.getAsBoolean()) byMail.forEach(log -> lookSoon(log.author()));
  }

  private synchronized void lookSoon(DeviceId reader) {
    if (reader == null) everybody = true;
    else due.add(reader);
    if (looking) return;
    looking = true;
    time.after(PATIENCE, "mail", this::look);
  }

  private void look() {
    List<DeviceId> readers;
    synchronized (this) {
      looking = false;
      readers = everybody ? peers.all().stream().map(Peer::id).toList() : List.copyOf(due);
      everybody = false;
      due.clear();
    }
    readers.forEach(this::leaveFor);
  }

  private void leaveFor(DeviceId reader) {
    if (!policy.get().leave() || links.with(reader).isPresent()) return;
    var peer = peers.peer(reader);
    if (peer.isEmpty() || peer.get().trust() == Trust.BLOCKED) return;
    var sealKey = peer.get().profile().sealKey();
    if (!Sealing.usable(sealKey)) return;
    var colleagues =
        links.all().stream()
            .filter(l -> !l.peer().equals(reader) && carries(l.peer()))
            .sorted(Comparator.comparingLong(l -> l.link().number()))
            .toList();
    if (colleagues.isEmpty()) return;
    var us = signing.ourselves();
    for (var extent : logs.extents(List.of(ConversationId.between(us, reader)))) {
      var log = extent.log();
      if (log.author().equals(us) || byMail.contains(log) && seen.getAsBoolean()) {
        leaving.leave(log, reader, sealKey, colleagues);
      }
    }
  }

  /** Nobody invisible: the number of those who keep something would tell that they are there. */
  private boolean carries(DeviceId peer) {
    return contact(peer) && peers.peer(peer).map(Peer::present).orElse(false);
  }

  private boolean contact(DeviceId peer) {
    var trust = peers.trustOf(peer);
    return trust == Trust.KNOWN || trust == Trust.VERIFIED || trust == Trust.VOUCHED;
  }

  private void cameByMail(LogId log) {
    if (links.with(log.author()).isPresent()) return;
    byMail.add(log);
    lookSoon(log.author());
  }

  @Override
  public List<SignedProfile> keys() {
    return keys.registers();
  }

  @Override
  public void asked(SyncLink link, List<SignedProfile> registers) {
    var theirs =
        registers.stream()
            .limit(1 + SealKeys.SHOWN)
            .flatMap(register -> sealKey(link.peer(), register).stream())
            .toList();
    if (peers.trustOf(link.peer()) != Trust.BLOCKED) {
      carrier.asked(link.peer(), theirs, link.mail()::leave);
    }
    lookSoon(null);
  }

  /** Only keys that the peer itself has signed for are its own. */
  private Optional<String> sealKey(DeviceId peer, SignedProfile signed) {
    return HeardProfiles.checked(signing, peer, signed)
        .filter(said -> said.device().equals(peer))
        .map(Profile::sealKey)
        .filter(Sealing::usable);
  }

  @Override
  public void came(SyncLink link, Envelope envelope) {
    link.mail().answer(envelope.id(), verdict(link, envelope));
  }

  private MailVerdict verdict(SyncLink link, Envelope envelope) {
    if (peers.trustOf(link.peer()) == Trust.BLOCKED) return MailVerdict.OFF;
    if (inbox.isForUs(envelope)) {
      return inbox.take(envelope, () -> link.mail().answer(envelope.id(), MailVerdict.TAKEN));
    }
    if (!policy.get().carry() || !contact(link.peer())) return MailVerdict.OFF;
    return carrier.keep(link.peer(), envelope);
  }

  @Override
  public void answered(SyncLink link, Hash envelope, MailVerdict verdict) {
    switch (verdict) {
      case TAKEN, LATER -> carrier.answered(link.peer(), envelope, verdict);
      case KEPT, FULL, OFF -> leaving.answered(link.peer(), envelope, verdict);
    }
  }

  @Override
  public void ended(SyncLink link) {
    leaving.ended(link.peer());
    // A newer link to the same peer has its own turn.
    if (links.with(link.peer()).isEmpty()) carrier.ended(link.peer());
    lookSoon(null);
  }
}
