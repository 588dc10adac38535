package paloma.core;

import java.nio.file.Path;
import java.util.function.Supplier;
import paloma.identity.Identity;
import paloma.wire.Wire;
import paloma.work.Tasks;

/**
 * What a messenger is made of.
 *
 * @param profile the folder of the profile: database and log live there
 * @param wire makes the wire for this run
 * @param downloads where accepted offers go
 */
public record Setup(
    Path profile,
    Identity identity,
    Tasks tasks,
    WireMaker wire,
    First first,
    Supplier<Path> downloads,
    String version) {

  /** Makes the wire once it is known which start of the profile this is. */
  @FunctionalInterface
  public interface WireMaker {
    Wire make(Identity identity, long boot, long instance);
  }

  /** What a new profile says of itself; null keeps what an old one says. */
  public record First(String name, String department, String host) {}
}
