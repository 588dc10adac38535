package paloma.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes what is signed or hashed: big-endian numbers of fixed width, text as two bytes of length
 * and UTF-8. There is one encoding of a value and no other. Not thread-safe.
 */
public final class CanonicalWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  public CanonicalWriter u8(int value) {
    out.write(value);
    return this;
  }

  public CanonicalWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  public CanonicalWriter i32(int value) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    return this;
  }

  public CanonicalWriter i64(long value) {
    out.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
    return this;
  }

  /** Bytes whose number the reader knows. */
  public CanonicalWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public CanonicalWriter hash(Hash hash) {
    return raw(hash.bytes());
  }

  /** Four bytes of length and the bytes. */
  public CanonicalWriter block(byte[] bytes) {
    return i32(bytes.length).raw(bytes);
  }

  /** Two bytes of length and UTF-8; a lone surrogate is written as U+FFFD. */
  public CanonicalWriter text(String text) {
    byte[] utf8 = utf8(text);
    if (utf8.length > 0xffff) {
      throw new IllegalArgumentException("text of " + utf8.length + " bytes");
    }
    return u16(utf8.length).raw(utf8);
  }

  /** Text as UTF-8; a lone surrogate becomes U+FFFD, which every reader accepts. */
  public static byte[] utf8(String text) {
    var encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(java.nio.charset.CodingErrorAction.REPLACE)
            .replaceWith(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd});
    try {
      var bytes = encoder.encode(java.nio.CharBuffer.wrap(text));
      var exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new AssertionError("malformed input is replaced", e);
    }
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
