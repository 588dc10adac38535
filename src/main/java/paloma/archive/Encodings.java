package paloma.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out in which encoding an old text log was written: UTF-8, Japanese or Chinese. Pure. */
final class Encodings {
  private static final Charset JAPANESE = Charset.forName("windows-31j");
  private static final Charset CHINESE = Charset.forName("GB18030");

  /** More would not make it surer. */
  private static final int LOOK = 256 * 1024;

  private Encodings() {}

  static Charset of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LOOK));
    }
  }

  static Charset of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    if (startsWith(bytes, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    if (utf8(bytes)) return StandardCharsets.UTF_8;
    return japanese(bytes) >= chinese(bytes) ? JAPANESE : CHINESE;
  }

  private static boolean startsWith(byte[] bytes, int one, int two) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == one && (bytes[1] & 0xff) == two;
  }

  /** The look may have cut the last character. */
  private static boolean utf8(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out = CharBuffer.allocate(bytes.length + 1);
    var result = decoder.decode(ByteBuffer.wrap(bytes), out, bytes.length < LOOK);
    return !result.isError();
  }

  /** Kana are what Japanese is full of and what Chinese read as Japanese hardly ever gives. */
  private static int japanese(byte[] bytes) {
    int score = 0;
    for (char c : decoded(bytes, JAPANESE).toCharArray()) {
      if (c >= '\u3041' && c <= '\u30FE') score += 3;
      else if (c >= '\u4E00' && c <= '\u9FFF') score++;
      else if (c >= '\uFF61' && c <= '\uFF9F') score -= 2;
      else if (c == '\uFFFD') score -= 10;
    }
    return score;
  }

  /** The first of the two levels of GB 2312 has nearly all that people write. */
  private static int chinese(byte[] bytes) {
    int score = 0;
    for (int i = 0; i < bytes.length; i++) {
      int one = bytes[i] & 0xff;
      if (one < 0x80) continue;
      int two = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0xff;
      if (two < 0x30) score -= 10;
      else if (one >= 0xB0 && one <= 0xD7 && two >= 0xA1) score += 2;
      else if (one < 0xA1 || two < 0xA1) score -= 2;
      i++;
    }
    return score;
  }

  private static String decoded(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("it replaces", e);
    }
  }
}
