package paloma.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value. Ordered as the unsigned big-endian number it is. */
public record Hash(long a, long b, long c, long d) implements Comparable<Hash> {
  public static final int BYTES = 32;
  public static final Hash ZERO = new Hash(0, 0, 0, 0);

  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    var in = ByteBuffer.wrap(bytes);
    return new Hash(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  public static Hash sha256(byte[] bytes) {
    return of(digest().digest(bytes));
  }

  /** The hash of some parts under a context string, so that no two uses can be confused. */
  public static Hash inContext(String context, byte[]... parts) {
    var digest = digest();
    digest.update(context.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) 0);
    for (var part : parts) {
      digest.update(part);
    }
    return of(digest.digest());
  }

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public int compareTo(Hash other) {
    int order = Long.compareUnsigned(a, other.a);
    if (order == 0) order = Long.compareUnsigned(b, other.b);
    if (order == 0) order = Long.compareUnsigned(c, other.c);
    return order != 0 ? order : Long.compareUnsigned(d, other.d);
  }

  @Override
  public String toString() {
    return hex();
  }
}
