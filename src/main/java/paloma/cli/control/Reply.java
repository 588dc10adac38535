package paloma.cli.control;

import java.util.Map;

/** Takes the rows of one answer, in order; a row is out when this returns. */
@FunctionalInterface
interface Reply {
  void row(Map<String, ?> row);
}
