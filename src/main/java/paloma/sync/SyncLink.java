package paloma.sync;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.log.Founding;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.SignedProfile;
import paloma.wire.Link;
import paloma.work.Tasks;

/**
 * One link's sync: three tasks around {@link LinkRules}. The reader decodes frames, the intake
 * commits pages, the lane writes everything that goes out. Whatever fails ends this link only.
 */
public final class SyncLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.sync");

  /** Read marks wait so long for company. */
  private static final Duration READS = Duration.ofSeconds(2);

  private final Link link;
  private final Logs logs;
  private final Markers markers;
  private final Neighbours neighbours;
  private final Sides sides;
  private final OwnVectors own;
  private final DeviceId us;
  private final Tasks tasks;
  private final Lane lane;
  private final Intake intake;
  private final GroupsTold told;
  private final LateVectors late;
  private final Pulse pulse;
  private final Comparison comparison;
  private final AtomicBoolean ended = new AtomicBoolean();
  private LinkRules rules;
  private volatile List<Tasks.Task> running = List.of();

  public SyncLink(
      Link link,
      Logs logs,
      Markers markers,
      Neighbours neighbours,
      Offerings offerings,
      Blobs blobs,
      MailPost post,
      DeviceId us,
      Tasks tasks) {
    this.link = link;
    this.logs = logs;
    this.markers = markers;
    this.neighbours = neighbours;
    own = new OwnVectors(logs, neighbours, link.peer());
    this.us = us;
    this.tasks = tasks;
    lane = new Lane(this, link, logs, markers, tasks.time());
    sides =
        new Sides(
            lane,
            link.peer(),
            offerings,
            new BlobTurns(blobs, link.peer()),
            new MailSlot(this, post));
    told = new GroupsTold(lane, neighbours);
    late = new LateVectors(this, logs, own, told);
    comparison = new Comparison(this, own, told, logs);
    pulse = new Pulse(link, lane, tasks.time());
    intake = new Intake(this, logs, neighbours);
  }

  public Link link() {
    return link;
  }

  public DeviceId peer() {
    return link.peer();
  }

  /** Takes our vectors as they are now and starts the tasks. */
  public void start() {
    List<Frame.Vector> ours;
    synchronized (this) {
      // What is said meanwhile waits at the lock or is seen by this look at the database.
      ours = own.all();
      rules = new LinkRules(ours);
    }
    pulse.start();
    profileChanged();
    lane.post(new Frame.Digest(rules.digest()));
    ours.stream().map(Frame.Vector::log).filter(log -> !ours(log)).forEach(lane::mark);
    sides.start();
    var name = "link-" + link.number() + "-";
    running =
        List.of(
            tasks.start(name + "reader", () -> guarded(this::read)),
            tasks.start(name + "intake", () -> guarded(intake::run)),
            tasks.start(name + "lane", () -> guarded(lane::run)));
    if (ended.get()) running.forEach(Tasks.Task::interrupt);
  }

  /** Own or carried events are committed up to here. */
  public void advanced(LogId log, long highest) {
    synchronized (this) {
      // Before the start nothing is missed: the start looks at the database later than this.
      if (rules == null) return;
      rules.advanced(log, highest);
    }
    lane.wake();
  }

  /** The peer is in a group now, or there is more of it for the peer than before. */
  public void shares(ConversationId group) {
    told.of(group);
    synchronized (this) {
      if (rules == null) return;
      logs.extents(List.of(group)).forEach(e -> rules.begin(e.log(), e.highest()));
    }
    own.pages(group).forEach(lane::post);
  }

  public LateVectors late() {
    return late;
  }

  /** Our marker in this log has risen. */
  public void marked(LogId log) {
    lane.mark(log);
  }

  /** Our marker has risen because the person here read: several such are sent together. */
  public void markedSoon(LogId log) {
    tasks.time().after(READS, "reads", () -> lane.mark(log));
  }

  /** What was held back is taken now. */
  public void resume() {
    intake.takeHeldBack().forEach(this::tell);
  }

  /** Our profile has changed. */
  public void profileChanged() {
    var own = neighbours.ownRegister();
    lane.post(new Frame.Register(own.register(), own.signature()));
  }

  /** What lies here for others has changed. */
  public void releasesChanged() {
    sides.releasesChanged();
  }

  /** Mail for absent people on this link. */
  public MailSlot mail() {
    return sides.mail();
  }

  /** Says something that is neither stored nor repeated. */
  public void signal(ConversationId conversation, int kind) {
    lane.post(new Frame.Signal(conversation, kind));
  }

  /** Asks the peer for a sign of life; without one the link ends soon. */
  public void probe() {
    pulse.probe();
  }

  public synchronized long queuedBytes() {
    return rules == null ? 0 : rules.unacknowledgedBytes();
  }

  /** The rules; hold the lock on this link while using them. */
  LinkRules rules() {
    return rules;
  }

  Lane lane() {
    return lane;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  private void read() throws IOException, InterruptedException {
    var reader = new FrameReader(link.in());
    while (!ended.get()) {
      var frame = reader.read();
      pulse.heard();
      switch (frame) {
        case Frame.Events events -> intake.add(events);
        case Frame.Markers raised -> raise(raised);
        case Frame.Digest digest -> comparison.compare(digest);
        case Frame.Vectors vectors -> comparison.take(vectors);
        case Frame.Refusal refusal -> hold(refusal);
        case Frame.Register r -> {
          neighbours.register(peer(), new SignedProfile(r.register(), r.signature()));
          sides.register();
        }
        case Frame.WantBlob want -> sides.answer(want);
        case Frame.Blob blob -> sides.take(blob);
        case Frame.Founding f ->
            comparison.founded(new Founding(f.header(), f.body(), f.signature()));
        case Frame.Releases told -> sides.heard(told);
        case Frame.Mail letter -> sides.mail().take(letter);
        case Frame.Ping ping -> lane.post(new Frame.Pong(ping.nonce()));
        case Frame.Signal signal ->
            neighbours.signalled(peer(), signal.conversation(), signal.kind());
        case Frame.Pong _, Frame.Unknown _ -> {}
        case Frame.Bye bye -> throw new EOFException("goodbye: " + bye.reason());
        case Frame.Hello _,
            Frame.AskGrant _,
            Frame.Grant _,
            Frame.WantManifest _,
            Frame.ManifestPart _,
            Frame.Want _,
            Frame.HashPage _,
            Frame.Chunk _,
            Frame.Trouble _ ->
            throw new MalformedException("a frame that has no place on a talk link");
      }
    }
  }

  /** Tells the peer how far we have one log: it goes on from there. */
  void tell(LogId log) {
    lane.post(own.one(log));
  }

  boolean ours(LogId log) {
    return log.author().equals(us);
  }

  private void raise(Frame.Markers frame) throws MalformedException {
    for (var signed : frame.markers()) {
      markers.keep(peer(), signed.marker(), signed.signature(), this::risen);
    }
  }

  private void risen(Markers.Risen risen) {
    synchronized (this) {
      rules.acknowledged(risen.after().log(), risen.after().delivered());
    }
    lane.wake();
    neighbours.risen(peer(), risen);
  }

  private void hold(Frame.Refusal refusal) {
    synchronized (this) {
      rules.held(refusal.log());
    }
    neighbours.held(peer(), refusal.log(), refusal.reason());
  }

  private void guarded(Tasks.Job job) {
    end(Ending.of(job, peer()));
  }

  private void end(String reason) {
    if (!ended.compareAndSet(false, true)) return;
    LOG.log(Level.DEBUG, "link {0} to {1} ended: {2}", link.number(), peer(), reason);
    link.close();
    running.forEach(Tasks.Task::interrupt);
    neighbours.ended(this, reason);
    sides.end();
  }

  /** Says goodbye if that can be done at once, and ends. */
  @Override
  public void close() {
    end("closed here");
  }
}
