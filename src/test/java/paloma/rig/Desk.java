package paloma.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import paloma.core.AnnounceRules;
import paloma.core.MailPolicy;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.core.Setup;
import paloma.core.VerbRules;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Query;
import paloma.update.Updating;
import paloma.wire.loopback.LoopbackLan;
import paloma.wire.loopback.LoopbackWire;
import paloma.work.Tasks;

/** One person of a {@link Rig}: a messenger, its profile's folder and all it noticed. */
public final class Desk {
  /** Far more than anything takes: a wait that runs out is a failure, never a pause. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LoopbackLan lan;
  private final String name;
  private final Path profile;
  private final Identity identity;
  private final String version;
  private final Updating updating;
  private final List<Notice> notices = new ArrayList<>();
  private volatile AnnounceRules announcing = AnnounceRules.EVERYBODY;
  private volatile MailPolicy mail = MailPolicy.usual();
  private JumpingTime time;
  private Tasks tasks;
  private LoopbackWire wire;
  private Messenger messenger;

  /**
   * @param version of the program that runs here
   */
  Desk(
      LoopbackLan lan,
      String name,
      Path profile,
      Identity identity,
      String version,
      Updating updating)
      throws IOException {
    this.lan = lan;
    this.name = name;
    this.profile = profile;
    this.identity = identity;
    this.version = version;
    this.updating = updating;
    start();
  }

  /** Starts the messenger, again after {@link #quit} or {@link #kill}. */
  public void start() throws IOException {
    time = new JumpingTime();
    tasks = new Tasks(time);
    messenger =
        Messenger.open(
            new Setup(
                profile,
                identity,
                tasks,
                (key, boot, instance) -> {
                  wire = new LoopbackWire(lan, key.publicKey(), boot, instance, tasks);
                  return wire;
                },
                new Setup.First(name, "", name + "-pc", name),
                () -> downloads(),
                () -> paloma.core.AcceptRule.ASK,
                List::of,
                version,
                updating,
                () -> new VerbRules(Duration.ofMinutes(10), true, false, announcing),
                () -> mail));
    messenger.listen(this::note);
    messenger.start();
  }

  /** From now on this desk's office lets only these announce. */
  public void announcers(Desk... who) {
    announcing = new AnnounceRules(Stream.of(who).map(d -> d.id().text()).toList());
  }

  /** Where accepted offers go. */
  public Path downloads() {
    return profile.resolve("downloads");
  }

  public Messenger messenger() {
    return messenger;
  }

  public DeviceId id() {
    return identity.id();
  }

  public Identity identity() {
    return identity;
  }

  public Path profile() {
    return profile;
  }

  /** Sets what is done with mail for absent people. */
  public void set(MailPolicy policy) {
    mail = policy;
  }

  /** So much later by the wall clock; what is done now and then is done. */
  public void leap(Duration by) {
    time.leap(by);
  }

  /** The conversation with somebody. */
  public ConversationId with(Desk other) {
    return messenger.conversationWith(other.id());
  }

  public Message say(Desk to, String text) {
    return messenger.say(with(to), text);
  }

  /** The texts of a conversation, oldest first. */
  public List<String> texts(Desk other) {
    return messenger.messages(Query.latest(with(other), 1_000_000)).stream()
        .map(m -> m.body() instanceof Body.Text text ? text.text() : m.body().toString())
        .toList();
  }

  public Peer peer(Desk other) {
    return messenger.peer(other.id()).orElseThrow();
  }

  /** Waits until somebody is seen as present. */
  public void awaitSees(Desk other) throws InterruptedException {
    await(
        name + " sees " + other.name,
        () -> messenger.peer(other.id()).map(Peer::present).orElse(false));
  }

  /** Waits until somebody is not seen as present. */
  public void awaitMisses(Desk other) throws InterruptedException {
    await(
        name + " misses " + other.name,
        () -> messenger.peer(other.id()).map(p -> !p.present()).orElse(true));
  }

  public void awaitTexts(Desk other, List<String> expected) throws InterruptedException {
    await(name + " has " + expected.size() + " texts", () -> texts(other).equals(expected));
  }

  /** Waits until something holds; looked at whenever something is noticed. */
  public void await(String what, BooleanSupplier holds) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (notices) {
      while (!holds.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) throw new AssertionError("waited in vain: " + what);
        // Some facts change without a notice, so we look again now and then.
        notices.wait(Math.min(100, left / 1_000_000 + 1));
      }
    }
  }

  /** Waits until a notice of this kind was heard and returns the first that fits. */
  public <T extends Notice> T awaitNotice(Class<T> kind, Predicate<T> fits)
      throws InterruptedException {
    await(kind.getSimpleName(), () -> noticed(kind).stream().anyMatch(fits));
    return noticed(kind).stream().filter(fits).findFirst().orElseThrow();
  }

  /** All notices of a kind so far. */
  public <T extends Notice> List<T> noticed(Class<T> kind) {
    synchronized (notices) {
      return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  private void note(Notice notice) {
    synchronized (notices) {
      notices.add(notice);
      notices.notifyAll();
    }
  }

  /** Ends in order, with a goodbye. */
  public void quit() {
    messenger.close();
    end();
  }

  /**
   * As kill -9 would leave it: cut off at once, all tasks interrupted. What is opened next is a
   * copy of the files as they were at that moment.
   */
  public void kill() throws IOException {
    wire.unplug();
    tasks.close();
    var copy = Files.createDirectory(profile.resolveSibling(name + "-" + System.nanoTime()));
    copyDatabase(profile, copy);
    end();
    messenger.close();
    deleteDatabase();
    copyDatabase(copy, profile);
  }

  /** The wall clock here is set to something else until the next start. */
  public void jump(Duration by) {
    time.jump(by);
  }

  /** Ends in order and keeps a copy of the files as they are then. */
  public Path snapshot() throws IOException {
    quit();
    var copy = Files.createDirectory(profile.resolveSibling(name + "-" + System.nanoTime()));
    copyDatabase(profile, copy);
    return copy;
  }

  /** The files are those of an earlier snapshot again, as after a machine was set back. */
  public void restore(Path snapshot) throws IOException {
    kill();
    synchronized (notices) {
      notices.clear();
    }
    deleteDatabase();
    copyDatabase(snapshot, profile);
  }

  private void deleteDatabase() throws IOException {
    try (var old = Files.list(profile)) {
      for (var file : old.filter(f -> f.toString().contains("paloma.db")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copyDatabase(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (var file : files.filter(f -> f.toString().contains("paloma.db")).toList()) {
        // The shared memory of WAL belongs to the process that died.
        if (file.toString().endsWith("-shm")) continue;
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private void end() {
    tasks.close();
    time.close();
  }
}
