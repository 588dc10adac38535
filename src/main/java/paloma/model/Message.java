package paloma.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A row of the timeline: what a reader sees.
 *
 * @param time the author's shown time
 * @param received when it was committed here
 * @param state of an own message; of others' always {@link State#DELIVERED} or {@link State#READ}
 * @param body what its author says now; {@link Body.Unknown} when this version cannot tell. Words
 *     are always a {@link Body.Text}
 * @param facts what was done with it
 */
public record Message(
    MessageId id,
    ConversationId conversation,
    DeviceId author,
    boolean own,
    Instant time,
    Instant received,
    Position position,
    Body body,
    State state,
    Facts facts) {

  /** A message with which nothing was done. */
  public Message(
      MessageId id,
      ConversationId conversation,
      DeviceId author,
      boolean own,
      Instant time,
      Instant received,
      Position position,
      Body body,
      State state) {
    this(id, conversation, author, own, time, received, position, body, state, Facts.NONE);
  }

  /** An own message that nobody else reads: it is read. */
  public Message noted() {
    return new Message(
        id, conversation, author, own, time, received, position, body, State.READ, facts);
  }

  /**
   * What was done with a message.
   *
   * @param edited when its author last changed it; null for never
   * @param recalled its author took it back: the body is an empty text
   * @param reply the message it answers, which may not be here; null for none
   * @param mentions whom it calls
   * @param reactions emoji to who gave it, both in the order of the events
   * @param pinned it stands at the top of its conversation
   * @param forwardedFrom the name of who said it first; empty when it is the author
   */
  public record Facts(
      Instant edited,
      boolean recalled,
      MessageId reply,
      VerbBody.Mentions mentions,
      Map<String, List<DeviceId>> reactions,
      boolean pinned,
      String forwardedFrom) {
    public static final Facts NONE =
        new Facts(null, false, null, VerbBody.Mentions.NOBODY, Map.of(), false, "");
  }

  /** Where a message stands in the timeline; ties of the order key go by author, epoch, seq. */
  public record Position(long order, DeviceId author, long epoch, long seq)
      implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      int by = Long.compare(order, other.order);
      if (by == 0) by = author.compareTo(other.author);
      if (by == 0) by = Long.compare(epoch, other.epoch);
      return by != 0 ? by : Long.compare(seq, other.seq);
    }
  }

  /** Never goes back. QUEUED: durable here; SENT: handed over; DELIVERED: durable there. */
  public enum State {
    QUEUED,
    SENT,
    DELIVERED,
    READ
  }
}
