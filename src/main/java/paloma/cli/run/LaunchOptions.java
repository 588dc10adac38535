package paloma.cli.run;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paloma.model.Endpoint;

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
    int port,
    List<InetAddress> binds,
    List<Endpoint> peers,
    Optional<Path> downloads,
    Optional<String> accept) {

  /** The first of Paloma's ports; nobody else is registered there. */
  public static final int PORT = 24250;

  /** Nothing special. */
  public static LaunchOptions usual() {
    return new LaunchOptions(
        Optional.empty(),
        Optional.empty(),
        PORT,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
