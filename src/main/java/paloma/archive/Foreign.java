package paloma.archive;

import java.time.Instant;

/**
 * A message of another history, before it becomes a row here.
 *
 * @param conversation tells one conversation from another within its origin
 * @param person the other person's key within the origin: for whom the conversation is
 * @param name of that person, as the other program showed it
 * @param host of that person; may be empty
 * @param own whether whoever imports it said it
 * @param id the message's name in its origin; null where it has none
 * @param place where it stands in the file: 1, 2, 3 …
 */
public record Foreign(
    String conversation,
    String person,
    String name,
    String host,
    boolean own,
    Instant time,
    String text,
    String id,
    long place) {}
