package paloma.update;

import java.util.function.Supplier;
import paloma.model.Installing;
import paloma.model.ReleaseTarget;

/**
 * What a messenger must know to take updates from colleagues.
 *
 * @param keys whose releases it takes
 * @param here where it runs and how it was installed
 * @param policy what is set now
 */
public record Updating(
    ReleaseKeys keys, ReleaseTarget here, Supplier<UpdatePolicy> policy, Installing installing) {
  /** For a messenger that takes none. */
  public static Updating none() {
    return new Updating(
        ReleaseKeys.none(),
        new ReleaseTarget("", "", ReleaseTarget.IMAGE),
        UpdatePolicy::open,
        (_, file) -> new Installing.Outcome.Shown(file));
  }
}
