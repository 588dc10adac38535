package paloma.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;

/**
 * Words that somebody is about to say.
 *
 * @param reply the message they answer; null for none
 * @param mentions whom they call
 * @param forwardedFrom the name of who said it first; empty when it is us
 */
public record Saying(String text, MessageId reply, Mentions mentions, String forwardedFrom) {
  /** Words and nothing else. */
  public static Saying of(String text) {
    return new Saying(text, null, Mentions.NOBODY, "");
  }

  public Saying answering(MessageId message) {
    return new Saying(text, message, mentions, forwardedFrom);
  }

  /** Calls people; more than an event can name are all. */
  public Saying calling(List<DeviceId> who, boolean all) {
    boolean many = who.size() > VerbBody.MOST_MENTIONS;
    var named = many ? List.<DeviceId>of() : who.stream().distinct().toList();
    return new Saying(text, reply, new Mentions(named, all || many), forwardedFrom);
  }

  Saying forwardedFrom(String name) {
    return new Saying(text, reply, mentions, cut(name));
  }

  private static String cut(String name) {
    var cut = new StringBuilder();
    int bytes = 0;
    for (int c : name.codePoints().toArray()) {
      var next = Character.toString(c);
      bytes += next.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > VerbBody.MAX_NAME) break;
      cut.append(next);
    }
    return cut.toString();
  }

  /** Whether it is words and nothing else. */
  public boolean plain() {
    return reply == null && mentions.nobody() && forwardedFrom.isEmpty();
  }

  /** Whether it is sent as a message; longer words become a text file. */
  boolean fits() {
    return CanonicalWriter.utf8(text).length <= Body.MAX_TEXT;
  }

  /** As an event says it: plain words in the form that every version knows. */
  Body body() {
    var id = MessageId.random();
    return plain()
        ? new Body.Text(id, text)
        : new VerbBody.RichText(id, text, reply, mentions, forwardedFrom);
  }
}
