package paloma.wire.secure;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An announcement in the texts of an mDNS record: base 64, split over a0, a1, a2 … */
final class MdnsRecord {
  static final String TYPE = "_paloma._tcp.local.";

  /** A text of a record has 255 bytes at most, its key included. */
  private static final int PART = 200;

  private static final int MOST_PARTS = 9;

  private MdnsRecord() {}

  static Map<String, String> texts(byte[] announcement) {
    var encoded = Base64.getEncoder().withoutPadding().encodeToString(announcement);
    var texts = new LinkedHashMap<String, String>();
    for (int at = 0; at < encoded.length(); at += PART) {
      texts.put("a" + at / PART, encoded.substring(at, Math.min(at + PART, encoded.length())));
    }
    return texts;
  }

  /** Empty for what is no such record. */
  static Optional<byte[]> announcement(Map<String, String> texts) {
    var encoded = new StringBuilder();
    for (int i = 0; i < MOST_PARTS && texts.containsKey("a" + i); i++) {
      encoded.append(texts.get("a" + i));
    }
    if (encoded.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Base64.getDecoder().decode(encoded.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
