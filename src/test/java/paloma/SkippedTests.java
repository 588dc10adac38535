package paloma;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run what was skipped and why: a green build must not hide it. */
public final class SkippedTests implements TestExecutionListener {
  private final Map<String, String> reasons = new ConcurrentSkipListMap<>();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    reasons.put(test.getLegacyReportingName(), reason);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    reasons.forEach((test, reason) -> System.out.println("SKIPPED " + test + ": " + reason));
  }
}
