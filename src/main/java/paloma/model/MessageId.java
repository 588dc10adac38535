package paloma.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A message: 16 random bytes that live in the event's body, so that the same message said again in
 * another epoch is still one message. An offer is named by the message that carries it.
 */
public record MessageId(long high, long low) implements Comparable<MessageId> {
  public static final int BYTES = 16;
  private static final int TEXT_LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static MessageId random() {
    return new MessageId(RANDOM.nextLong(), RANDOM.nextLong());
  }

  public static MessageId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a message id has 16 bytes, not " + bytes.length);
    }
    var in = ByteBuffer.wrap(bytes);
    return new MessageId(in.getLong(), in.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  public String text() {
    return Base32.encode(bytes()).toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageId> parse(String text) {
    try {
      return text.length() == TEXT_LENGTH ? Optional.of(of(Base32.decode(text))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(MessageId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return text();
  }
}
