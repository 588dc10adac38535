package paloma.mail;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import paloma.model.Envelope;

/**
 * Content sealed to an X25519 key, so that only its holder can open it: an ephemeral key, HKDF,
 * AES-256-GCM over the padded content. Whoever seals stays unnamed: what proves the author is
 * inside. Pure.
 */
final class SealedBox {
  private static final int VERSION = 1;
  private static final int KEY = 32;
  private static final int TAG_BITS = 128;
  private static final byte[] INFO =
      "paloma-mail-v1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Shorter content is not told from this: most messages are one line. */
  private static final int LEAST = 1024;

  /** The key of a box seals nothing else, so its nonce may be constant. */
  private static final byte[] NONCE = new byte[12];

  /** SPKI of an X25519 key begins so: RFC 8410. */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b656e032100");

  private SealedBox() {}

  static KeyPair newKey() {
    try {
      return KeyPairGenerator.getInstance("X25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java 25 has X25519", e);
    }
  }

  /** The 32 bytes of a public key. */
  static byte[] bytes(PublicKey key) {
    byte[] spki = key.getEncoded();
    return Arrays.copyOfRange(spki, spki.length - KEY, spki.length);
  }

  /** Seals content; empty when the key is none that anything can be sealed to. */
  static Optional<byte[]> seal(byte[] to, byte[] bound, byte[] content) {
    return seal(newKey(), to, bound, content);
  }

  /**
   * The same with a given ephemeral key, which must seal nothing else.
   *
   * @param bound what the box is only valid together with
   */
  static Optional<byte[]> seal(KeyPair ephemeral, byte[] to, byte[] bound, byte[] content) {
    if (content.length > Envelope.MOST_CONTENT - Integer.BYTES) {
      throw new IllegalArgumentException("content of " + content.length + " bytes");
    }
    try {
      byte[] from = bytes(ephemeral.getPublic());
      var cipher = cipher(Cipher.ENCRYPT_MODE, ephemeral.getPrivate(), from, to, to, bound);
      byte[] sealed = cipher.doFinal(padded(content));
      return Optional.of(
          ByteBuffer.allocate(1 + KEY + sealed.length)
              .put((byte) VERSION)
              .put(from)
              .put(sealed)
              .array());
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // a point of small order, or no point at all
    }
  }

  /** The content of a box; empty when it is not for this key or was touched. */
  static Optional<byte[]> open(byte[] privateKey, byte[] publicKey, byte[] bound, byte[] box) {
    if (!fits(box)) return Optional.empty();
    try {
      byte[] from = Arrays.copyOfRange(box, 1, 1 + KEY);
      var own =
          KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
      var cipher = cipher(Cipher.DECRYPT_MODE, own, from, publicKey, from, bound);
      byte[] padded = cipher.doFinal(box, 1 + KEY, box.length - 1 - KEY);
      int length = ByteBuffer.wrap(padded).getInt();
      if (length < 0 || length > padded.length - Integer.BYTES) return Optional.empty();
      return Optional.of(Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Whether these can be the bytes of a box: of this version, of a size that is made. */
  static boolean fits(byte[] box) {
    int content = box.length - Envelope.OVERHEAD;
    return content >= LEAST
        && content <= Envelope.MOST_CONTENT
        && Integer.bitCount(content) == 1
        && box[0] == VERSION;
  }

  private static byte[] padded(byte[] content) {
    int least = Math.max(LEAST, Integer.BYTES + content.length);
    int size = Integer.highestOneBit(least - 1) << 1;
    return ByteBuffer.allocate(size).putInt(content.length).put(content).array();
  }

  private static Cipher cipher(
      int mode, PrivateKey own, byte[] from, byte[] to, byte[] other, byte[] bound)
      throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    agreement.doPhase(publicKey(other), true);
    byte[] salt = ByteBuffer.allocate(2 * KEY).put(from).put(to).array();
    SecretKey key =
        KDF.getInstance("HKDF-SHA256")
            .deriveKey(
                "AES",
                HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(agreement.generateSecret(), "X25519"))
                    .addSalt(salt)
                    .thenExpand(INFO, KEY));
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != KEY) throw new GeneralSecurityException("a key has 32 bytes");
    byte[] spki = ByteBuffer.allocate(SPKI.length + KEY).put(SPKI).put(bytes).array();
    return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(spki));
  }
}
