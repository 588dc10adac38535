package paloma.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.cli.run.Launcher;
import paloma.core.AcceptRule;
import paloma.core.Messenger;
import paloma.core.Setup;
import paloma.demo.Demo;
import paloma.identity.Identity;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.platform.DownloadFolder;
import paloma.platform.SystemInstaller;
import paloma.settings.ProfileFolder;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Version;
import paloma.settings.Words;
import paloma.ui.Cover;
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

  @Override
  public Messenger open(
      ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks) {
    LogFile.open(profile.path());
    var messenger = messenger(profile, options, settings, tasks);
    var _ =
        settings.listen(changed -> {
          if (changed.equals(Setting.UPDATES) || changed.equals(Setting.UPDATES_VERSION)) {
            tasks.start("update-policy", messenger::updatePolicyChanged);
          }
        });
    return messenger;
  }

  private static Messenger messenger(
      ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks) {
    var identity = Identity.openOrCreate(profile.path().resolve("identity.p12"));
    var wire = new WireOptions(options.port(), options.binds(), WireOptions.DISCOVERY_PORT, true);
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
            options.peers(),
            Version.text(),
            updating(settings)));
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
    return set.isBlank() ? DownloadFolder.here() : Path.of(set);
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
  public boolean display() {
    return Display.present(System.getProperty("os.name"), System::getenv, System::getProperty);
  }

  @Override
  public void expectWindow(Tasks tasks) {
    Cover.expected(tasks);
  }

  @Override
  public int window(Instance instance) {
    var settings = instance.settings();
    var cover = Cover.show(settings, instance.tasks(), instance::askToStop);
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
    try (var window =
        PalomaWindow.open(cover, messenger, settings, instance.tasks(), instance::askToStop)) {
      instance.onRaise(window::raise);
      instance.awaitStop();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Override
  public int demo(Optional<Path> screenshots, Words words) {
    try {
      if (screenshots.isPresent()) {
        // Pictures need no screen, and must look the same on every machine.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Demo.screenshots(screenshots.get());
      } else {
        var settings = Settings.inMemory();
        settings.set(Setting.LANGUAGE, words.language().locale().toString());
        Demo.window(settings);
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
}
