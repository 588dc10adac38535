package paloma.lan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test with network namespaces; skipped, with the reason, where there can be none. */
@Tag("lan")
@ExtendWith(RealHosts.Possible.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealHosts {

  /** Tries to make a namespace: the only way to know. */
  final class Possible implements ExecutionCondition {
    private static final String REASON = whyNot();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return REASON == null
          ? ConditionEvaluationResult.enabled("network namespaces work")
          : ConditionEvaluationResult.disabled(REASON);
    }

    private static String whyNot() {
      if (!System.getProperty("os.name").equals("Linux")) return "network namespaces need Linux";
      var name = "palomaprobe" + ProcessHandle.current().pid();
      try {
        Shell.run("ip", "netns", "add", name);
        Shell.run("ip", "netns", "del", name);
        return null;
      } catch (AssertionError e) {
        return "no network namespaces, they need root and iproute2: " + e.getMessage();
      }
    }
  }
}
