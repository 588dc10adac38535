package paloma.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A device: the SHA-256 of its public key (SPKI bytes). Printed as 7 groups of 8 characters; each
 * 14 characters are 13 of base 32 and a check character, so that a typing error is noticed.
 */
public record DeviceId(Hash hash) implements Comparable<DeviceId> {
  private static final int BLOCK = 13;
  private static final int BLOCKS = 4;
  private static final int GROUP = 8;

  public static DeviceId ofKey(byte[] spki) {
    return new DeviceId(Hash.sha256(spki));
  }

  public static DeviceId of(byte[] hash) {
    return new DeviceId(Hash.of(hash));
  }

  public byte[] bytes() {
    return hash.bytes();
  }

  /** The only printed form of an id. */
  public String text() {
    var plain = Base32.encode(bytes());
    var checked = new StringBuilder();
    for (int i = 0; i < BLOCKS; i++) {
      var block = plain.substring(i * BLOCK, (i + 1) * BLOCK);
      checked.append(block).append(check(block));
    }
    var grouped = new StringBuilder();
    for (int i = 0; i < checked.length(); i += GROUP) {
      if (i > 0) grouped.append('-');
      grouped.append(checked, i, i + GROUP);
    }
    return grouped.toString();
  }

  /** The first eight characters: they only tell two devices apart, they prove nothing. */
  public String shortText() {
    return text().substring(0, GROUP);
  }

  /** The id that was printed so; empty for anything else, a typing error included. */
  public static Optional<DeviceId> parse(String text) {
    var checked = normal(text);
    if (checked.length() != (BLOCK + 1) * BLOCKS) return Optional.empty();
    var plain = new StringBuilder();
    for (int i = 0; i < BLOCKS; i++) {
      var block = checked.substring(i * (BLOCK + 1), (i + 1) * (BLOCK + 1));
      if (check(block.substring(0, BLOCK)) != block.charAt(BLOCK)) return Optional.empty();
      plain.append(block, 0, BLOCK);
    }
    try {
      return Optional.of(of(Base32.decode(plain.toString())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the printed id begins so, whatever the case and the dashes. */
  public boolean beginsWith(String prefix) {
    return normal(text()).startsWith(normal(prefix));
  }

  private static String normal(String text) {
    return text.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
  }

  /** Luhn's check modulo 32: finds every wrong character and every swap of neighbours. */
  private static char check(String block) {
    int factor = 1;
    int sum = 0;
    for (int i = 0; i < block.length(); i++) {
      int value = Base32.ALPHABET.indexOf(block.charAt(i));
      if (value < 0) return '?';
      int product = value * factor;
      sum += product / 32 + product % 32;
      factor = 3 - factor;
    }
    return Base32.ALPHABET.charAt((32 - sum % 32) % 32);
  }

  @Override
  public int compareTo(DeviceId other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return shortText();
  }
}
