package paloma.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.cli.run.Launcher;
import paloma.core.AcceptRule;
import paloma.core.AnnounceRules;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.core.Setup;
import paloma.core.VerbRules;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Installing;
import paloma.settings.PolicyReading;
import paloma.settings.ProfileFolder;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Version;
import paloma.settings.Words;
import paloma.update.Maker;
import paloma.update.ReleaseKeys;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;
import paloma.wire.loopback.LoopbackLan;
import paloma.wire.loopback.LoopbackWire;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** Instances on a LAN in memory: everything of the program but the network and the window. */
final class LoopbackOffice implements Launcher, AutoCloseable {
  private final LoopbackLan lan = new LoopbackLan();
  private final SystemTime time = new SystemTime();
  private final Tasks tasks = new Tasks(time);
  private final List<Instance> instances = new ArrayList<>();
  private final Path folder;
  private PolicyReading policy = PolicyReading.NONE;
  private boolean display;
  private Supplier<Optional<BooleanSupplier>> apart = Optional::empty;
  private final ReleaseKeys keys;

  LoopbackOffice(Path folder) {
    this(folder, ReleaseKeys.none());
  }

  /** An office whose program takes releases of these keys. */
  LoopbackOffice(Path folder, ReleaseKeys keys) {
    this.folder = folder;
    this.keys = keys;
  }

  ProfileFolder profile(String name) {
    return new ProfileFolder(folder.resolve(name));
  }

  /** Somebody with a profile of that name, not started; empty when it is in use. */
  Optional<Instance> take(String name) {
    var usual = LaunchOptions.usual();
    var options =
        new LaunchOptions(
            Optional.of(name),
            Optional.of("Sales"),
            usual.port(),
            usual.binds(),
            usual.peers(),
            usual.downloads(),
            usual.accept());
    var taken = Instance.take(profile(name), this, options, tasks);
    taken.ifPresent(instances::add);
    return taken;
  }

  /** Somebody at work, known to all who are here already, who know each other. */
  Instance start(String name) {
    var others = List.copyOf(instances);
    var instance = take(name).orElseThrow();
    instance.start();
    for (var other : others) {
      if (other.closed()) continue;
      awaitPeer(other, instance.open().me().id());
      awaitPeer(instance, other.open().me().id());
    }
    return instance;
  }

  private static void awaitPeer(Instance instance, DeviceId peer) {
    var seen = new CountDownLatch(1);
    try (var _ =
        instance
            .open()
            .listen(notice -> {
              if (notice instanceof Notice.PeerAppeared n && n.peer().id().equals(peer)) {
                seen.countDown();
              }
            })) {
      if (instance.open().peer(peer).isPresent()) return;
      if (!seen.await(20, TimeUnit.SECONDS)) throw new AssertionError(peer + " was not seen");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Messenger open(
      ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks) {
    var name = options.name().orElseThrow();
    return Messenger.open(
        new Setup(
            profile.path(),
            Identity.generate(),
            tasks,
            (key, boot, instance) -> new LoopbackWire(lan, key.publicKey(), boot, instance, tasks),
            new Setup.First(name, options.department().orElse(null), name + "-pc", name),
            () -> profile.path().resolve("downloads"),
            () -> AcceptRule.ASK,
            List::of,
            Version.text(),
            updating(settings),
            () ->
                new VerbRules(
                    Duration.ofMinutes(settings.get(Setting.RECALL_MINUTES)),
                    settings.get(Setting.RECEIPTS),
                    settings.locked(Setting.RECEIPTS),
                    new AnnounceRules(settings.get(Setting.SENDERS))),
            paloma.core.MailPolicy::usual));
  }

  /** Nobody starts an installer in a test: the command is said. */
  private Updating updating(Settings settings) {
    return new Updating(
        keys,
        Maker.HERE,
        () -> UpdatePolicy.of(settings.get(Setting.UPDATES), settings.get(Setting.UPDATES_VERSION)),
        (_, file) -> new Installing.Outcome.Type("install " + file.getFileName()));
  }

  /** From now on there is a display, and a way to start a process of its own. */
  void desktop(Supplier<Optional<BooleanSupplier>> starter) {
    display = true;
    apart = starter;
  }

  @Override
  public Optional<BooleanSupplier> startApart(List<String> words) {
    return apart.get();
  }

  @Override
  public PolicyReading office() {
    return policy;
  }

  /** What the office decides from the next start on. */
  void decide(PolicyReading decided) {
    policy = decided;
  }

  @Override
  public boolean display() {
    return display;
  }

  @Override
  public void expectWindow(Tasks tasks) {}

  @Override
  public int window(Instance instance, boolean background) {
    throw new AssertionError("there is no display");
  }

  @Override
  public int demo(Optional<Path> screenshots, Words words) {
    throw new AssertionError("there is no display");
  }

  @Override
  public int rehearse() {
    throw new AssertionError("nothing is rehearsed in tests of the command line");
  }

  @Override
  public void close() {
    instances.forEach(Instance::close);
    tasks.close();
    time.close();
  }
}
