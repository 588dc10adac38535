package paloma.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import paloma.model.Endpoint;

/**
 * What passed between us and one device in this run.
 *
 * @param ways how it was heard, and how long ago by each way
 * @param attempts the last dial of each address, oldest first
 * @param dialledUs how long ago it last dialled us
 * @param met how long ago a link last began, whoever dialled
 */
public record Contact(
    Map<String, Duration> ways,
    List<Attempt> attempts,
    Optional<Duration> dialledUs,
    Optional<Duration> met) {
  public Contact {
    ways = Map.copyOf(ways);
    attempts = List.copyOf(attempts);
  }

  /** The last dial of an address, and how long ago it was. */
  public record Attempt(Endpoint at, Outcome outcome, Duration ago) {}

  /** What came of a dial. */
  public enum Outcome {
    REACHED,
    /** Nobody answers there. */
    SILENT,
    /** Somebody else lives there. */
    ANOTHER,
    /** No common version. */
    VERSION
  }

  /** The ways by which it was heard within this time, in order. */
  List<String> waysWithin(Duration lately) {
    var names = new TreeSet<String>();
    ways.forEach((way, ago) -> {
      if (ago.compareTo(lately) <= 0) names.add(way);
    });
    return List.copyOf(names);
  }

  boolean tried(Outcome outcome) {
    return attempts.stream().anyMatch(a -> a.outcome() == outcome);
  }
}
