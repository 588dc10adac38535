package paloma.log;

import java.util.List;
import paloma.model.LogId;

/** What became of a page. */
public sealed interface Outcome {
  LogId log();

  /** Committed. */
  record Accepted(LogId log, long from, long to, List<Said> said) implements Outcome {}

  /** All of it was here already, up to this seq. */
  record Known(LogId log, long highest) implements Outcome {}

  /** It begins behind what is here: the sender has to begin earlier. */
  record Gap(LogId log, long highest) implements Outcome {}

  /** It contradicts what is here: its author's log has two branches. */
  record Forked(LogId log, long highest) implements Outcome {}
}
