package paloma.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of a sealed file: a key from a passphrase, and chunks of AES-256-GCM whose
 * nonces count and tell the last one, so that none can be changed, left out, moved or cut off.
 */
final class Sealing {
  static final byte[] MAGIC = "PALOMABK".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int SALT = 16;

  /** Magic, version, rounds, salt: authenticated with every chunk. */
  static final int HEADER = 8 + 1 + 4 + SALT;

  /** Plain bytes of a full chunk. */
  static final int CHUNK = 64 * 1024;

  static final int TAG = 16;

  /** Some tenths of a second on an office computer for us, and for each guess of somebody else. */
  static final int ROUNDS = 250_000;

  /** A file that asks for more wants to keep us busy. */
  static final int MOST_ROUNDS = 10_000_000;

  private static final int KEY_BITS = 256;
  private static final int NONCE = 12;

  private final SecretKey key;
  private final byte[] header;
  private long next;

  private Sealing(SecretKey key, byte[] header) {
    this.key = key;
    this.header = header;
  }

  static Sealing of(char[] passphrase, byte[] header) {
    var in = ByteBuffer.wrap(header, MAGIC.length + 1, 4 + SALT);
    int rounds = in.getInt();
    var salt = new byte[SALT];
    in.get(salt);
    var spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
    try {
      var bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      var key = new SecretKeySpec(bytes, "AES");
      Arrays.fill(bytes, (byte) 0);
      return new Sealing(key, header);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java 25 has PBKDF2 with SHA-512", e);
    } finally {
      spec.clearPassword();
    }
  }

  static byte[] header(int rounds, byte[] salt) {
    return ByteBuffer.allocate(HEADER)
        .put(MAGIC)
        .put((byte) VERSION)
        .putInt(rounds)
        .put(salt)
        .array();
  }

  byte[] seal(byte[] plain, int length, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java 25 has AES-GCM", e);
    }
  }

  /**
   * Opens the next chunk.
   *
   * @throws GeneralSecurityException when it is not the one that was sealed at this place
   */
  byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    // A key belongs to one file, by its salt: counting is enough.
    var nonce = ByteBuffer.allocate(NONCE).putLong(next++).put((byte) (last ? 1 : 0)).array();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
