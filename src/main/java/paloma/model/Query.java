package paloma.model;

import java.time.Instant;

/**
 * Which messages are asked for; every field but {@code limit} may be null.
 *
 * @param text words that must occur, whatever the case
 * @param before only what stands before this message in its conversation
 * @param kind {@code text} or {@code files}
 */
public record Query(
    ConversationId in,
    DeviceId from,
    String text,
    Instant since,
    Instant until,
    MessageId before,
    String kind,
    int limit) {

  /** The newest messages of a conversation. */
  public static Query latest(ConversationId in, int limit) {
    return new Query(in, null, null, null, null, null, null, limit);
  }

  public static Query before(ConversationId in, MessageId before, int limit) {
    return new Query(in, null, null, null, null, before, null, limit);
  }

  public static Query words(String text, int limit) {
    return new Query(null, null, text, null, null, null, null, limit);
  }
}
