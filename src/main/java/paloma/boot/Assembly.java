package paloma.boot;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import paloma.cli.control.Errand;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.cli.run.Launcher;
import paloma.core.AcceptRule;
import paloma.core.AnnounceRules;
import paloma.core.MailPolicy;
import paloma.core.Messenger;
import paloma.core.Setup;
import paloma.core.VerbRules;
import paloma.demo.Demo;
import paloma.identity.Identity;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.platform.DownloadFolder;
import paloma.platform.SystemInstaller;
import paloma.platform.autostart.Autostart;
import paloma.settings.PolicyReading;
import paloma.settings.ProfileFolder;
import paloma.settings.ProgramHome;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Version;
import paloma.settings.Words;
import paloma.ui.Cover;
import paloma.ui.Opening;
import paloma.ui.PalomaWindow;
import paloma.update.ReleaseKeys;
import paloma.update.Running;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;
import paloma.wire.secure.SecureWire;
import paloma.wire.secure.WireOptions;
import paloma.work.Tasks;

/** The object graph, by hand, in reading order. */
final class Assembly implements Launcher {
  /** Names the folder and the host when the system does not. */
  private static final String NOBODY = "paloma";

  private static final System.Logger LOG = System.getLogger("paloma.boot");

  @Override
  public Messenger open(
      ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks) {
    LogFile.open(profile.path());
    Stream.concat(settings.problems().stream(), settings.warnings().stream())
        .forEach(p -> LOG.log(Level.WARNING, "settings: {0} {1}", p.code(), p.details()));
    var login = loginStart(profile, settings);
    tasks.start("login-start", login::begin);
    var messenger = messenger(profile, options, settings, tasks);
    messenger
        .archive()
        .follow(() -> settings.get(Setting.BACKUP_DAILY), () -> settings.get(Setting.HISTORY_DAYS));
    var _ =
        settings.listen(changed -> {
          if (changed.equals(Setting.UPDATES) || changed.equals(Setting.UPDATES_VERSION)) {
            tasks.start("update-policy", messenger.updates()::reconsider);
          }
        });
    messenger
        .appearance()
        .answer(presence -> Setting.autoReply(presence).map(settings::get).orElse(""));
    return messenger;
  }

  private static Messenger messenger(
      ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks) {
    var identity = Identity.openOrCreate(profile.path().resolve("identity.p12"));
    int port = options.port().orElseGet(() -> settings.get(Setting.PORT));
    var wire = new WireOptions(port, options.binds(), WireOptions.DISCOVERY_PORT, true);
    return Messenger.open(
        new Setup(
            profile.path(),
            identity,
            tasks,
            (key, boot, instance) -> new SecureWire(key, boot, instance, wire, tasks),
            new Setup.First(
                options.name().orElse(null), options.department().orElse(null), host(), account()),
            () -> options.downloads().orElseGet(() -> downloads(settings)),
            () -> AcceptRule.of(options.accept().orElseGet(() -> settings.get(Setting.ACCEPT))),
            () -> options.addresses(settings),
            Version.text(),
            updating(settings),
            () -> rules(settings),
            () ->
                new MailPolicy(
                    settings.get(Setting.MAIL_LEAVE), settings.get(Setting.MAIL_CARRY))));
  }

  private static VerbRules rules(Settings settings) {
    return new VerbRules(
        Duration.ofMinutes(settings.get(Setting.RECALL_MINUTES)),
        settings.get(Setting.RECEIPTS),
        settings.locked(Setting.RECEIPTS),
        new AnnounceRules(settings.get(Setting.SENDERS)));
  }

  private static Updating updating(Settings settings) {
    var form = InstalledAs.form();
    return new Updating(
        ReleaseKeys.ofBuild(),
        Running.on(System.getProperty("os.name"), System.getProperty("os.arch"), form),
        () -> UpdatePolicy.of(settings.get(Setting.UPDATES), settings.get(Setting.UPDATES_VERSION)),
        SystemInstaller.here(form, System.getenv()));
  }

  private static Path downloads(Settings settings) {
    var set = settings.get(Setting.DOWNLOADS);
    return set.isBlank()
        ? DownloadFolder.here(ProgramHome.portableHere().map(ProgramHome::downloads))
        : Path.of(set);
  }

  private static LoginStart loginStart(ProfileFolder profile, Settings settings) {
    // What is carried about starts on no computer by itself.
    var launcher =
        ProgramHome.portableHere().isPresent() ? Optional.<Path>empty() : ProgramHome.launcher();
    var command = new ArrayList<String>();
    launcher.ifPresent(path -> command.addAll(List.of(path.toString(), "--background")));
    if (!profile.equals(ProfileFolder.usual()) && !command.isEmpty()) {
      command.addAll(List.of("--profile", profile.path().toString()));
    }
    return new LoginStart(settings, Autostart.here(command));
  }

  private static String account() {
    var account = System.getProperty("user.name", "");
    return account.isBlank() ? NOBODY : account;
  }

  private static String host() {
    var named = Optional.ofNullable(System.getenv("COMPUTERNAME"));
    return named.orElseGet(() -> {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return NOBODY;
      }
    });
  }

  @Override
  public PolicyReading office() {
    return Office.here().read();
  }

  @Override
  public boolean display() {
    return Display.present(System.getProperty("os.name"), System::getenv, System::getProperty);
  }

  @Override
  public void expectWindow(Tasks tasks) {
    Cover.expected(tasks);
  }

  @Override
  public int window(Instance instance, boolean background) {
    var settings = instance.settings();
    var tasks = instance.tasks();
    instance.errands().expectWindow();
    var cover =
        background
            ? Cover.unseen(settings, tasks, instance::askToStop)
            : Cover.show(settings, tasks, instance::askToStop);
    Messenger messenger;
    try {
      cover.await();
      messenger = instance.start();
    } catch (ProblemException e) {
      cover.close();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
    var login = loginStart(instance.profile(), settings).choice();
    var opening = new Opening(background, login, instance::askToStop);
    try (var window = PalomaWindow.open(cover, messenger, settings, tasks, opening)) {
      instance.errands().open(errand -> run(errand, window));
      instance.awaitStop();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static void run(Errand errand, PalomaWindow window) {
    switch (errand) {
      case Errand.Raise _ -> window.raise();
      case Errand.Converse converse -> window.converse(converse.peer());
      case Errand.Dial dial -> window.askToDial(dial.host(), dial.port());
      case Errand.Share share -> window.share(share.paths());
      case Errand.Trouble trouble -> window.trouble(trouble.problem());
    }
  }

  @Override
  public Optional<BooleanSupplier> startApart(List<String> words) throws IOException {
    var launcher = ProgramHome.launcher();
    return launcher.isEmpty() ? Optional.empty() : Optional.of(Apart.start(launcher.get(), words));
  }

  @Override
  public int demo(Optional<Path> screenshots, Words words) {
    try {
      if (screenshots.isPresent()) {
        drawInMemory();
        Demo.screenshots(screenshots.get());
      } else {
        Demo.window(words.language());
      }
      return 0;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.failed("folder-not-writable", String.valueOf(e.getMessage())), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Override
  public int rehearse() throws Exception {
    drawInMemory();
    new Rehearsal(this).run();
    return 0;
  }

  /** Pictures need no screen, and must look the same on every machine. */
  private static void drawInMemory() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }
}
