package paloma.sync;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.SignedProfile;
import paloma.wire.Link;
import paloma.work.Stopped;
import paloma.work.Tasks;

/**
 * One link's sync: three tasks around {@link LinkRules}. The reader decodes frames, the intake
 * commits pages, the lane writes everything that goes out. Whatever fails ends this link only.
 */
public final class SyncLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.sync");

  /** A peer that sends nothing for so long is gone: two of its heartbeats were lost. */
  private static final Duration DEAD = Duration.ofSeconds(25);

  /** After the network changed the answer to a ping must come so soon. */
  private static final Duration PROBE = Duration.ofSeconds(4);

  /** Read marks wait so long for company. */
  private static final Duration READS = Duration.ofSeconds(2);

  private final Link link;
  private final Logs logs;
  private final Markers markers;
  private final Neighbours neighbours;
  private final Offerings offerings;
  private final BlobTurns blobs;
  private final MailSlot mail;
  private final OwnVectors own;
  private final DeviceId us;
  private final Tasks tasks;
  private final Lane lane;
  private final Intake intake;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean probing;
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
    this.offerings = offerings;
    this.blobs = new BlobTurns(blobs, link.peer());
    mail = new MailSlot(this, post);
    own = new OwnVectors(logs, neighbours, link.peer());
    this.us = us;
    this.tasks = tasks;
    lane = new Lane(this, link, logs, markers, tasks.time());
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
    synchronized (this) {
      // What is said meanwhile waits at the lock or is seen by this look at the database.
      rules = new LinkRules(own.all());
    }
    link.patience(DEAD);
    lane.post(ownRegister());
    lane.post(new Frame.Digest(rules.digest()));
    for (var log : own.notOf(us)) lane.mark(log);
    var releases = offerings.forPeer(peer());
    if (!releases.isEmpty()) lane.post(new Frame.Releases(releases));
    mail.ask();
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
    lane.post(ownRegister());
  }

  /** What lies here for others has changed. */
  public void releasesChanged() {
    lane.post(new Frame.Releases(offerings.forPeer(peer())));
  }

  /** Mail for absent people on this link. */
  public MailSlot mail() {
    return mail;
  }

  /** Asks the peer for a sign of life; without one the link ends soon. */
  public void probe() {
    probing = true;
    link.patience(PROBE);
    lane.post(new Frame.Ping(tasks.time().nanos()));
  }

  public long queuedBytes() {
    synchronized (this) {
      return rules == null ? 0 : rules.unacknowledgedBytes();
    }
  }

  private Frame ownRegister() {
    var own = neighbours.ownRegister();
    return new Frame.Register(own.register(), own.signature());
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
      if (probing) {
        probing = false;
        link.patience(DEAD);
      }
      switch (frame) {
        case Frame.Events events -> intake.add(events);
        case Frame.Markers raised -> raise(raised);
        case Frame.Digest digest -> compare(digest);
        case Frame.Vectors vectors -> take(vectors);
        case Frame.Refusal refusal -> hold(refusal);
        case Frame.Register r -> {
          neighbours.register(peer(), new SignedProfile(r.register(), r.signature()));
          blobs.wanted().map(Frame.WantBlob::new).ifPresent(lane::post);
        }
        case Frame.WantBlob want -> blobs.answer(want).ifPresent(lane::post);
        case Frame.Blob blob -> blobs.take(blob);
        case Frame.Releases told -> offerings.heard(peer(), told.releases());
        case Frame.Mail letter -> mail.take(letter);
        case Frame.Ping ping -> lane.post(new Frame.Pong(ping.nonce()));
        case Frame.Pong _, Frame.Signal _, Frame.Unknown _ -> {}
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

  private void compare(Frame.Digest digest) {
    boolean differs;
    synchronized (this) {
      differs = rules.differs(digest.hash());
    }
    if (differs) own.pages().forEach(lane::post);
    lane.wake();
  }

  /** Tells the peer how far we have one log: it goes on from there. */
  void tell(LogId log) {
    lane.post(new Frame.Vectors(List.of(own.of(log)), false));
  }

  private void take(Frame.Vectors frame) throws MalformedException {
    for (var vector : frame.vectors()) {
      if (!neighbours.mayCarry(peer(), vector.log())) {
        throw new MalformedException("vector of a conversation that is not shared");
      }
    }
    List<LogId> forked;
    synchronized (this) {
      forked = rules.vectors(frame.vectors(), frame.last(), logs::hashAt);
    }
    for (var log : forked) {
      if (log.author().equals(us)) neighbours.forked(peer(), log);
    }
    lane.wake();
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
    try {
      job.run();
      end("closed");
    } catch (InterruptedException | Stopped e) {
      end("interrupted");
    } catch (EOFException e) {
      end("the peer has closed it");
    } catch (IOException e) {
      end(e.toString());
    } catch (Exception e) {
      LOG.log(Level.ERROR, "link to " + peer(), e);
      end("an error of ours");
    }
  }

  private void end(String reason) {
    if (!ended.compareAndSet(false, true)) return;
    LOG.log(Level.DEBUG, "link {0} to {1} ended: {2}", link.number(), peer(), reason);
    link.close();
    running.forEach(Tasks.Task::interrupt);
    neighbours.ended(this, reason);
    offerings.ended(peer());
    mail.end();
  }

  /** Says goodbye if that can be done at once, and ends. */
  @Override
  public void close() {
    end("closed here");
  }
}
