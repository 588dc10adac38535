package paloma.core;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import paloma.log.Founding;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.log.Page;
import paloma.log.Rows;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Message;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.model.Trust;
import paloma.model.VerbBody;
import paloma.peers.PeerBook;
import paloma.sync.Neighbours;
import paloma.sync.SyncLink;

/**
 * What is said between us and others: between the logs, the links that carry them and the notices
 * that tell of them. Thread-safe.
 */
final class Correspondence implements Neighbours {
  private final Logs logs;
  private final OwnLogs ownLogs;
  private final Markers markers;
  private final PeerBook peers;
  private final Signing signing;
  private final OwnProfile profile;
  private final Notices notices;
  private final ConversationNews news;
  private final Consequences consequences;
  private final Arrivals arrivals;
  private final Sharing sharing;
  private final GroupPost groupPost;
  private final HeardProfiles profiles;
  private final Progress progress;
  private final HeldBack heldBack;
  private final Branches branches;
  private Links links;
  private Consumer<DeviceId> absent;
  private Gestures gestures;

  Correspondence(
      Logs logs,
      OwnLogs ownLogs,
      Markers markers,
      PeerBook peers,
      Signing signing,
      OwnProfile profile,
      Notices notices,
      ConversationNews news,
      Consequences consequences,
      Arrivals arrivals,
      Sharing sharing,
      GroupPost groupPost) {
    this.logs = logs;
    this.ownLogs = ownLogs;
    this.markers = markers;
    this.peers = peers;
    this.signing = signing;
    this.profile = profile;
    this.notices = notices;
    this.news = news;
    this.consequences = consequences;
    this.arrivals = arrivals;
    this.sharing = sharing;
    this.groupPost = groupPost;
    profiles = new HeardProfiles(peers, signing);
    progress = new Progress(markers, consequences, arrivals, groupPost, signing.ourselves());
    heldBack = new HeldBack(peers, notices);
    branches = new Branches(ownLogs, markers, arrivals, this::saidAgain, this::met);
  }

  /** The links need this object to be made, and it needs them: they come second. */
  void start(Links links, Gestures gestures, Consumer<DeviceId> absent) {
    this.links = links;
    this.gestures = gestures;
    this.absent = absent;
    groupPost.start(links);
    progress.start(links);
    branches.start(links);
  }

  /** The conversation of us and one other device. */
  ConversationId with(DeviceId peer) {
    return sharing.between(peer);
  }

  List<DeviceId> others(ConversationId id) {
    return sharing.others(id);
  }

  /** Says something in a conversation; complete when it is durable. */
  CompletableFuture<Message> say(ConversationId to, List<DeviceId> others, Body body) {
    return said(ownLogs.append(to, body), others);
  }

  /** Tells those who are concerned of something that we say, when it is durable. */
  CompletableFuture<Message> said(
      CompletableFuture<OwnLogs.Appended> saying, List<DeviceId> others) {
    return saying.thenApply(appended -> {
      var message = others.isEmpty() ? appended.message().noted() : appended.message();
      var to = message.conversation();
      told(appended, others);
      if (Rows.makesRow(message.body())) {
        notices.post(new Notice.MessageReceived(message));
        news.changed(to);
      } else if (message.body() instanceof VerbBody verb) {
        arrivals.add(() -> consequences.ofOwn(verb));
      }
      return message;
    });
  }

  private void told(OwnLogs.Appended said, List<DeviceId> others) {
    if (sharing.isCarried(said.log().conversation())) groupPost.said(said);
    else others.forEach(other -> pushed(said.log(), said.seq(), other));
  }

  private void pushed(LogId log, long seq, DeviceId to) {
    links
        .with(to)
        .ifPresentOrElse(
            sync -> sync.advanced(log, seq),
            () -> {
              links.want(to);
              absent.accept(to);
            });
  }

  /**
   * The person here has seen all of a conversation.
   *
   * @param tell whether others may learn of it
   */
  void read(ConversationId conversation, boolean tell) {
    for (var log : markers.read(conversation, tell)) {
      if (tell) links.with(log.author()).ifPresent(sync -> sync.markedSoon(log));
      news.changed(conversation);
    }
  }

  /** The person here had to do with this device: it is no stranger any more. */
  void met(DeviceId peer) {
    var trust = peers.peer(peer).map(p -> p.trust());
    if (trust.isEmpty() || trust.get() != Trust.NEW) return;
    notices.post(new Notice.TrustChanged(peers.trust(peer, Trust.KNOWN)));
    resume(peer);
  }

  /** What was held back is taken now. */
  void resume(DeviceId peer) {
    links.with(peer).ifPresent(SyncLink::resume);
  }

  @Override
  public List<ConversationId> shared(DeviceId peer) {
    return sharing.with(peer);
  }

  @Override
  public boolean mayCarry(DeviceId peer, LogId log) {
    var us = signing.ourselves();
    if (!log.conversation().equals(ConversationId.between(us, peer))) {
      return sharing.mayCarry(peer, log);
    }
    if (!log.author().equals(us) && !log.author().equals(peer)) return false;
    with(peer);
    return true;
  }

  @Override
  public Logs.Share share(DeviceId peer, LogId log) {
    return sharing.share(peer, log);
  }

  @Override
  public List<ConversationId> groups(DeviceId peer) {
    return sharing.groupsWith(peer);
  }

  @Override
  public Optional<Founding> founding(ConversationId group) {
    return logs.founding(group);
  }

  @Override
  public boolean founded(DeviceId peer, Founding founding) throws MalformedException {
    return groupPost.founded(peer, founding);
  }

  @Override
  public boolean stranger(DeviceId peer) {
    return sharing.stranger(peer);
  }

  @Override
  public Optional<String> holdsBack(DeviceId peer, Page page) {
    return sharing.holdsBack(peer, page);
  }

  @Override
  public void accepted(DeviceId peer, Outcome.Accepted accepted) {
    if (accepted.log().author().equals(signing.ourselves())) branches.returned(peer, accepted);
    progress.accepted(peer, accepted);
  }

  @Override
  public void carried(DeviceId author, Outcome.Accepted accepted) {
    progress.carried(author, accepted);
  }

  @Override
  public void risen(DeviceId peer, Markers.Risen risen) {
    progress.risen(risen);
  }

  @Override
  public void handedOver(DeviceId peer, LogId log, long sent) {
    progress.handedOver(peer, log, sent);
  }

  @Override
  public void held(DeviceId peer, LogId log, String reason) {
    heldBack.heard(peer, reason);
  }

  @Override
  public boolean asks(LogId log) {
    return groupPost.asks(log);
  }

  @Override
  public void forked(DeviceId peer, LogId log) {
    branches.met(peer, log);
  }

  @Override
  public void branch(DeviceId peer, Page page) {
    branches.came(peer, page);
  }

  private void saidAgain(List<OwnLogs.Appended> again) {
    var conversation = again.getFirst().log().conversation();
    var others = others(conversation);
    again.forEach(one -> told(one, others));
    news.changed(conversation);
  }

  @Override
  public void register(DeviceId peer, SignedProfile register) {
    profiles.heard(peer, register);
    groupPost.register(peer);
  }

  @Override
  public void signalled(DeviceId peer, ConversationId conversation, int kind) {
    gestures.heard(peer, conversation, kind);
  }

  @Override
  public SignedProfile ownRegister() {
    return profile.register();
  }

  @Override
  public void ended(SyncLink sync, String reason) {
    links.ended(sync);
  }
}
