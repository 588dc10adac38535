package paloma.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import paloma.model.CanonicalWriter;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MalformedException;

/** Letters ↔ envelopes, and the blinded address on them. Pure. */
public final class Sealing {
  private static final byte[] INFO = "paloma-mail-tag-v1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_TEXT = 64;

  private Sealing() {}

  /**
   * The address on a day's mail for the holder of a key: another one each day, and only to be made
   * by who knows the key.
   *
   * @param sealKey public key in hex
   */
  public static Hash tag(String sealKey, long day) {
    try {
      var key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "HmacSHA256",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(new SecretKeySpec(HexFormat.of().parseHex(sealKey), "X25519"))
                      .thenExpand(INFO, Hash.BYTES));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Hash.of(mac.doFinal(new CanonicalWriter().i64(day).bytes()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java 25 has HKDF and HMAC", e);
    }
  }

  /** A key that mail can be sealed to: 32 bytes, and PKCS #8. */
  public record NewKey(byte[] publicKey, byte[] privateKey) {}

  public static NewKey newKey() {
    var pair = SealedBox.newKey();
    return new NewKey(SealedBox.bytes(pair.getPublic()), pair.getPrivate().getEncoded());
  }

  /** Whether this is the public key of somebody that mail can be sealed to. */
  public static boolean usable(String sealKey) {
    return sealKey.length() == KEY_TEXT
        && sealKey.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /** Seals a letter; empty when that key can't be sealed to. */
  public static Optional<Envelope> seal(Letter letter, String sealKey, long day) {
    if (!usable(sealKey)) return Optional.empty();
    var tag = tag(sealKey, day);
    return SealedBox.seal(HexFormat.of().parseHex(sealKey), bound(day, tag), letter.encode())
        .map(sealed -> new Envelope(day, tag, sealed));
  }

  /** The letter in an envelope; empty when it is not for this key or was touched. */
  public static Optional<Letter> open(Envelope envelope, String sealKey, byte[] privateKey)
      throws MalformedException {
    byte[] own = HexFormat.of().parseHex(sealKey);
    var content =
        SealedBox.open(privateKey, own, bound(envelope.day(), envelope.tag()), envelope.sealed());
    return content.isEmpty() ? Optional.empty() : Optional.of(Letter.decode(content.get()));
  }

  /** Whether somebody may have sealed this: what is not even of the right size is not carried. */
  public static boolean fits(Envelope envelope) {
    return SealedBox.fits(envelope.sealed());
  }

  static byte[] bound(long day, Hash tag) {
    return new CanonicalWriter().i64(day).hash(tag).bytes();
  }
}
