package paloma.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One offer on its way to or from one person.
 *
 * @param names sanitised top-level names, for people
 * @param done bytes verified and stored at the receiver
 * @param rate bytes a second, a mean of about three seconds; 0 when not running
 * @param problem null unless failed or waiting for a cause
 * @param path where it was published (incoming) or lies (outgoing); null when not yet
 */
public record Transfer(
    MessageId offer,
    ConversationId conversation,
    DeviceId peer,
    Direction direction,
    State state,
    List<String> names,
    boolean folder,
    int files,
    long bytes,
    long done,
    long rate,
    Problem problem,
    Path path) {

  /** Which way the bytes go, seen from here. */
  public enum Direction {
    IN,
    OUT
  }

  /** The states of {@code cli.md}; the names are stored. */
  public enum State {
    OFFERED,
    WAITING,
    RUNNING,
    PAUSED,
    FINISHED,
    FAILED,
    DECLINED,
    CANCELLED;

    public boolean ended() {
      return switch (this) {
        case OFFERED, WAITING, RUNNING, PAUSED -> false;
        case FINISHED, FAILED, DECLINED, CANCELLED -> true;
      };
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Unique on this machine: the same offer goes to several people. */
  public String id() {
    return offer.text() + "-" + peer.shortText().toLowerCase(Locale.ROOT);
  }
}
