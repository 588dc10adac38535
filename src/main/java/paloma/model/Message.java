package paloma.model;

import java.time.Instant;

/**
 * A row of the timeline: what a reader sees.
 *
 * @param time the author's shown time
 * @param received when it was committed here
 * @param state of an own message; of others' always {@link State#DELIVERED} or {@link State#READ}
 * @param body what was said; {@link Body.Unknown} when this version cannot tell
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
    State state) {

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
