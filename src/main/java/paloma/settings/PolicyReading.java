package paloma.settings;

import java.util.List;
import java.util.stream.Stream;
import paloma.model.Problem;

/**
 * What came of reading an office's policy. A source that was refused decides nothing at all: half a
 * policy would be one that nobody wrote. Immutable.
 *
 * @param refusals why a source was refused; people should know
 * @param warnings what was left out of a source that holds; for those who wrote it
 */
public record PolicyReading(Policy policy, List<Problem> refusals, List<Problem> warnings) {
  /** There is no policy. */
  public static final PolicyReading NONE = new PolicyReading(Policy.NONE, List.of(), List.of());

  public PolicyReading {
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  public static PolicyReading of(Policy policy) {
    return new PolicyReading(policy, List.of(), List.of());
  }

  public static PolicyReading refused(Problem why) {
    return new PolicyReading(Policy.NONE, List.of(why), List.of());
  }

  /** This source before another one. */
  public PolicyReading over(PolicyReading below) {
    return new PolicyReading(
        policy.over(below.policy),
        Stream.concat(refusals.stream(), below.refusals.stream()).toList(),
        Stream.concat(warnings.stream(), below.warnings.stream()).toList());
  }
}
