package paloma.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** As much of DER as a minimal certificate needs to be written; nothing is read with it. */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT_ID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT_0 = 0xa0;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, parts);
  }

  static byte[] explicit0(byte[] part) {
    return tagged(CONTEXT_0, part);
  }

  static byte[] integer(long value) {
    return tagged(INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] bits(byte[] bytes) {
    return tagged(BIT_STRING, new byte[] {0}, bytes);
  }

  /** An object identifier given as its encoded arcs. */
  static byte[] objectId(int... arcs) {
    var bytes = new byte[arcs.length];
    for (int i = 0; i < arcs.length; i++) bytes[i] = (byte) arcs[i];
    return tagged(OBJECT_ID, bytes);
  }

  static byte[] text(String text) {
    return tagged(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code yyMMddHHmmssZ}, for years before 2050. */
  static byte[] utcTime(String time) {
    return tagged(UTC_TIME, time.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code yyyyMMddHHmmssZ}. */
  static byte[] generalizedTime(String time) {
    return tagged(GENERALIZED_TIME, time.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    int length = 0;
    for (var part : parts) length += part.length;
    var out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (var part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
