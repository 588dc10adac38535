package paloma.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.store.LegacyStore;
import paloma.store.TimelineStore;
import paloma.store.Tx;

/**
 * Makes rows of the timeline from imported messages. They stand in no log and have no epoch of one,
 * so nothing of them is ever sent; their ids are hashes of what they say, so importing a file again
 * adds nothing.
 */
public final class LegacyRows {
  private static final String CONVERSATION = "paloma-legacy-conversation-v1";
  private static final String PERSON = "paloma-legacy-person-v1";
  private static final String MESSAGE = "paloma-legacy-message-v1";

  /** What a message holds at most in characters: three bytes each at worst. */
  private static final int PART = Body.MAX_TEXT / 3;

  private final TimelineStore timeline;
  private final LegacyStore legacy;

  public LegacyRows(TimelineStore timeline, LegacyStore legacy) {
    this.timeline = timeline;
    this.legacy = legacy;
  }

  /** The person whom another program calls so. */
  public static LegacyStore.Person person(
      String origin, String conversation, String key, String name, String host) {
    return new LegacyStore.Person(
        new DeviceId(Hash.inContext(PERSON, bytes(origin + "\n" + key))),
        new ConversationId(Hash.inContext(CONVERSATION, bytes(origin + "\n" + conversation))),
        origin,
        name,
        host);
  }

  /**
   * Adds a message; whether it is new.
   *
   * @param identity what tells it from every other one of its conversation
   * @param tick thousandths of a second behind that time at which it stands
   * @param place its place in its file, which decides among messages of one moment
   */
  public boolean add(
      Tx tx,
      LegacyStore.Person person,
      DeviceId us,
      boolean own,
      Instant time,
      int tick,
      String text,
      String identity,
      long place,
      Instant now) {
    legacy.add(tx, person, us);
    var log = new LogId(person.conversation(), own ? us : person.id(), LegacyStore.EPOCH);
    long order = Math.clamp(time.toEpochMilli() + tick, 1, HeaderCodec.MAX_ORDER);
    boolean added = false;
    int part = 0;
    for (var words : parts(text)) {
      var id = id(person, own, time, identity + "\n" + part++);
      var body = new Body.Text(id, words);
      added |=
          timeline.add(
              tx,
              id,
              log,
              place,
              order,
              Body.TEXT,
              BodyCodec.encode(body),
              BodyCodec.words(body),
              time,
              now);
    }
    return added;
  }

  private static MessageId id(
      LegacyStore.Person person, boolean own, Instant time, String identity) {
    var hash =
        Hash.inContext(
            MESSAGE,
            person.conversation().bytes(),
            bytes((own ? "own " : "other ") + time + "\n" + identity));
    return MessageId.of(Arrays.copyOf(hash.bytes(), MessageId.BYTES));
  }

  /** A text longer than a message is several. */
  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (text.length() - from > PART) {
      int to = from + PART;
      if (Character.isHighSurrogate(text.charAt(to - 1))) to--;
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
