package paloma.model;

import java.util.List;

/**
 * The signed part of an event. The chain of a log runs over headers, so that a body may vanish
 * while the chain stays whole. See {@code src/docs/protocol.md}, "Events".
 *
 * @param kind what the body is, see {@link Body}
 * @param epoch which of the author's logs in this conversation: a random positive number
 * @param seq 1, 2, 3 … without gaps
 * @param previous hash of the author's previous header in this epoch; zero for seq 1
 * @param heads what the author had seen of others, at most {@link #MAX_HEADS}
 * @param membership hash of the membership state the author knew; zero in a one-to-one
 * @param order place in the timeline: 1 + the greatest order among the own previous and the heads
 * @param shownTime milliseconds since 1970 by the author's clock: for eyes only
 * @param bodyHash SHA-256 of the body
 * @param bodyLength bytes of the body
 */
public record EventHeader(
    int kind,
    ConversationId conversation,
    DeviceId author,
    long epoch,
    long seq,
    Hash previous,
    List<Head> heads,
    Hash membership,
    long order,
    long shownTime,
    Hash bodyHash,
    int bodyLength) {

  /** A header stays below 2 KiB: sixteen heads are enough to name who spoke last. */
  public static final int MAX_HEADS = 16;

  /** One log of one author in one conversation. */
  public LogId log() {
    return new LogId(conversation, author, epoch);
  }

  /** The same in another conversation: for what counts elsewhere than where it was said. */
  public EventHeader in(ConversationId other) {
    return new EventHeader(
        kind,
        other,
        author,
        epoch,
        seq,
        previous,
        heads,
        membership,
        order,
        shownTime,
        bodyHash,
        bodyLength);
  }
}
