package paloma.identity;

import java.math.BigInteger;
import java.util.Arrays;
import paloma.model.DeviceId;
import paloma.model.Hash;

/**
 * Sixty digits in groups of five, to be compared by eye. They hold 199 bits; the rounds make each
 * try 2^13 times as dear, so that even two keys that merely fit each other take 2^112 steps.
 */
public final class SafetyNumber {
  private static final int DIGITS = 60;
  private static final int GROUP = 5;

  /** 2^13: with the 2^99.5 of a collision in 60 digits it makes 112 bits. About 5 ms. */
  private static final int ROUNDS = 8_192;

  private SafetyNumber() {}

  /** The number of one device: what its owner reads out. */
  public static String of(DeviceId device) {
    return digits("paloma-fingerprint-v1", device.bytes());
  }

  /** The number of two devices, the same seen from either. */
  public static String between(DeviceId one, DeviceId other) {
    var first = one.compareTo(other) <= 0 ? one : other;
    var second = first.equals(one) ? other : one;
    return digits("paloma-safety-number-v1", first.bytes(), second.bytes());
  }

  private static String digits(String context, byte[]... parts) {
    var hash = Hash.inContext(context, parts);
    var all = Arrays.copyOf(parts, parts.length + 1);
    for (int i = 1; i < ROUNDS; i++) {
      all[parts.length] = hash.bytes();
      hash = Hash.inContext(context, all);
    }
    var number = new BigInteger(1, hash.bytes()).mod(BigInteger.TEN.pow(DIGITS)).toString();
    var padded = "0".repeat(DIGITS - number.length()) + number;
    var grouped = new StringBuilder();
    for (int i = 0; i < DIGITS; i += GROUP) {
      if (i > 0) grouped.append(' ');
      grouped.append(padded, i, i + GROUP);
    }
    return grouped.toString();
  }
}
