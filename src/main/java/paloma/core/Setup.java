package paloma.core;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import paloma.identity.Identity;
import paloma.model.HostAndPort;
import paloma.update.Updating;
import paloma.wire.Wire;
import paloma.work.Tasks;

/**
 * What a messenger is made of.
 *
 * @param profile the folder of the profile: database and log live there
 * @param wire makes the wire for this run
 * @param downloads where accepted offers go, as it is set now
 * @param addresses where somebody is known to be, as it is set now
 * @param accept whose offers are accepted without asking, as it is set now
 * @param version of this program
 * @param updating which updates are taken from colleagues
 * @param rules what is set about messages, as it is set now
 * @param mail whether mail for absent people is left and carried, as it is set now
 */
public record Setup(
    Path profile,
    Identity identity,
    Tasks tasks,
    WireMaker wire,
    First first,
    Supplier<Path> downloads,
    Supplier<AcceptRule> accept,
    Supplier<List<HostAndPort>> addresses,
    String version,
    Updating updating,
    Supplier<VerbRules> rules,
    Supplier<MailPolicy> mail) {

  /** A messenger with the usual rules about messages and mail. */
  public Setup(
      Path profile,
      Identity identity,
      Tasks tasks,
      WireMaker wire,
      First first,
      Supplier<Path> downloads,
      Supplier<AcceptRule> accept,
      Supplier<List<HostAndPort>> addresses,
      String version,
      Updating updating) {
    this(
        profile,
        identity,
        tasks,
        wire,
        first,
        downloads,
        accept,
        addresses,
        version,
        updating,
        () -> VerbRules.USUAL,
        MailPolicy::usual);
  }

  /** Makes the wire once it is known which start of the profile this is. */
  @FunctionalInterface
  public interface WireMaker {
    Wire make(Identity identity, long boot, long instance);
  }

  /**
   * What the profile says of itself; null keeps what it says already.
   *
   * @param account the name for a new profile when none is given
   */
  public record First(String name, String department, String host, String account) {}
}
