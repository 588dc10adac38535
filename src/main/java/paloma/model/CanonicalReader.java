package paloma.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link CanonicalWriter} wrote, from bytes that anybody may have made: never allocates
 * more than is there, refuses what is not the one encoding. Not thread-safe.
 */
public final class CanonicalReader {
  private final ByteBuffer in;

  public CanonicalReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  public int u8() throws MalformedException {
    need(1);
    return in.get() & 0xff;
  }

  public int u16() throws MalformedException {
    need(2);
    return in.getShort() & 0xffff;
  }

  public int i32() throws MalformedException {
    need(4);
    return in.getInt();
  }

  public long i64() throws MalformedException {
    need(8);
    return in.getLong();
  }

  /** A number that must lie between two bounds, both allowed. */
  public long i64(long least, long most) throws MalformedException {
    long value = i64();
    check(value >= least && value <= most, "number out of range");
    return value;
  }

  public byte[] raw(int length) throws MalformedException {
    check(length >= 0, "negative length");
    need(length);
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  public Hash hash() throws MalformedException {
    return Hash.of(raw(Hash.BYTES));
  }

  public byte[] block(int most) throws MalformedException {
    int length = i32();
    check(length >= 0 && length <= most, "block too long");
    return raw(length);
  }

  /** Strict UTF-8 of at most so many bytes. */
  public String text(int most) throws MalformedException {
    int length = u16();
    check(length <= most, "text too long");
    return utf8(raw(length));
  }

  /** Bytes as text, strictly: nothing is replaced. */
  public static String utf8(byte[] bytes) throws MalformedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8");
    }
  }

  public int remaining() {
    return in.remaining();
  }

  /** Nothing may follow: two encodings of one value must not exist. */
  public void end() throws MalformedException {
    check(!in.hasRemaining(), "trailing bytes");
  }

  public static void check(boolean holds, String otherwise) throws MalformedException {
    if (!holds) throw new MalformedException(otherwise);
  }

  private void need(int bytes) throws MalformedException {
    check(in.remaining() >= bytes, "cut short");
  }
}
