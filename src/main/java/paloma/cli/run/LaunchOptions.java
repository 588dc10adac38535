package paloma.cli.run;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paloma.model.HostAndPort;
import paloma.model.Problem;
import paloma.settings.Setting;
import paloma.settings.Settings;

/**
 * What somebody asked for when starting an instance. What is empty is as in the profile, the
 * settings, or the usual.
 *
 * @param port first TCP port to try
 * @param binds only these local addresses; empty is all
 * @param peers addresses where somebody is known to be
 * @param accept {@code ask, verified, known} or {@code all}
 */
public record LaunchOptions(
    Optional<String> name,
    Optional<String> department,
    Optional<Integer> port,
    List<InetAddress> binds,
    List<HostAndPort> peers,
    Optional<Path> downloads,
    Optional<String> accept) {

  /** Nothing special. */
  public static LaunchOptions usual() {
    return new LaunchOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where somebody is known to be: what is set and what was asked for, without repetitions. */
  public List<HostAndPort> addresses(Settings settings) {
    return Stream.concat(seeds(settings), peers.stream()).distinct().toList();
  }

  private static Stream<HostAndPort> seeds(Settings settings) {
    return settings.get(Setting.SEEDS).stream().map(HostAndPort::parse).flatMap(Optional::stream);
  }

  /** What contradicts the office's settings. Saying the same as the office is no contradiction. */
  public Optional<Problem> contradiction(Settings settings) {
    var against = new ArrayList<Setting<?>>();
    if (differs(settings, Setting.ACCEPT, accept)) against.add(Setting.ACCEPT);
    if (differs(settings, Setting.PORT, port)) against.add(Setting.PORT);
    if (differs(settings, Setting.DOWNLOADS, downloads.map(Path::toString))) {
      against.add(Setting.DOWNLOADS);
    }
    if (settings.locked(Setting.SEEDS) && !seeds(settings).toList().containsAll(peers)) {
      against.add(Setting.SEEDS);
    }
    return against.stream().findFirst().map(s -> Problem.refused("setting-locked", s.key()));
  }

  private static <T> boolean differs(Settings settings, Setting<T> setting, Optional<T> asked) {
    return settings.locked(setting)
        && asked.isPresent()
        && !asked.get().equals(settings.get(setting));
  }
}
