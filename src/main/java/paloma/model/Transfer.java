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

  /** One that nobody has decided about. */
  public static Transfer offered(
      MessageId offer,
      ConversationId conversation,
      DeviceId peer,
      Direction direction,
      Manifest.Summary summary,
      Path path) {
    return new Transfer(
        offer,
        conversation,
        peer,
        direction,
        State.OFFERED,
        summary.names(),
        summary.folder(),
        summary.files(),
        summary.bytes(),
        0,
        0,
        null,
        path);
  }

  /** The same in another state, at rest. */
  public Transfer in(State next) {
    return with(next, done, 0, null, path);
  }

  /** Running, with so many bytes done and this speed. */
  public Transfer running(long nowDone, long nowRate) {
    return with(State.RUNNING, nowDone, nowRate, null, path);
  }

  public Transfer failed(Problem why) {
    return with(State.FAILED, done, 0, why, path);
  }

  /** All is there; {@code where} may be the old path. */
  public Transfer finished(Path where) {
    return with(State.FINISHED, bytes, 0, null, where);
  }

  private Transfer with(State next, long nowDone, long nowRate, Problem why, Path where) {
    return new Transfer(
        offer,
        conversation,
        peer,
        direction,
        next,
        names,
        folder,
        files,
        bytes,
        nowDone,
        nowRate,
        why,
        where);
  }

  /** Unique on this machine: the same offer goes to several people. */
  public String id() {
    return offer.text() + "-" + peer.shortText().toLowerCase(Locale.ROOT);
  }
}
