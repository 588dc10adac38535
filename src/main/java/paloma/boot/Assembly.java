package paloma.boot;

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
import paloma.identity.Identity;
import paloma.settings.ProfileFolder;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Version;
import paloma.settings.Words;
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
            Version.text()));
  }

  private static Path downloads(Settings settings) {
    var set = settings.get(Setting.DOWNLOADS);
    if (!set.isBlank()) return Path.of(set);
    return Path.of(System.getProperty("user.home")).resolve("Downloads").resolve("Paloma");
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
    return false;
  }

  @Override
  public int window(Instance instance) {
    return 1;
  }

  @Override
  public int demo(Optional<Path> screenshots, Words words) {
    return 1;
  }
}
