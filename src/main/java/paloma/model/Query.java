package paloma.model;

import java.time.Instant;

/**
 * Which messages are asked for; every field but {@code limit} may be null.
 *
 * @param text words that must occur, whatever the case
 * @param before only what stands before this message
 * @param after only what stands after this message, beginning with the next
 * @param kind {@code text} or {@code files}
 */
public record Query(
    ConversationId in,
    DeviceId from,
    String text,
    Instant since,
    Instant until,
    MessageId before,
    MessageId after,
    String kind,
    int limit) {
  /** A query that goes back from the newest or from {@code before}. */
  public Query(
      ConversationId in,
      DeviceId from,
      String text,
      Instant since,
      Instant until,
      MessageId before,
      String kind,
      int limit) {
    this(in, from, text, since, until, before, null, kind, limit);
  }

  /** The newest messages of a conversation. */
  public static Query latest(ConversationId in, int limit) {
    return new Query(in, null, null, null, null, null, null, limit);
  }

  public static Query before(ConversationId in, MessageId before, int limit) {
    return new Query(in, null, null, null, null, before, null, limit);
  }

  public static Query after(ConversationId in, MessageId after, int limit) {
    return new Query(in, null, null, null, null, null, after, null, limit);
  }

  public static Query words(String text, int limit) {
    return new Query(null, null, text, null, null, null, null, limit);
  }

  /** The same within a conversation; null for all. */
  public Query in(ConversationId id) {
    return new Query(id, from, text, since, until, before, after, kind, limit);
  }

  public Query from(DeviceId author) {
    return new Query(in, author, text, since, until, before, after, kind, limit);
  }

  public Query since(Instant time) {
    return new Query(in, from, text, time, until, before, after, kind, limit);
  }

  public Query kind(String word) {
    return new Query(in, from, text, since, until, before, after, word, limit);
  }
}
