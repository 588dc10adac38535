package paloma.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import paloma.model.DeviceId;

/**
 * Who this profile is: an Ed25519 key pair and the certificate made of it. Immutable and
 * thread-safe; signing takes about 0.6 ms, verifying about 0.8 ms, so limit before verifying.
 */
public final class Identity {
  static final String ALGORITHM = "Ed25519";

  /** SPKI of an Ed25519 key, bytes: a 12-byte prefix and the key. */
  public static final int KEY_BYTES = 44;

  public static final int SIGNATURE_BYTES = 64;

  private final PrivateKey privateKey;
  private final byte[] publicKey;
  private final DeviceId id;
  private final X509Certificate certificate;

  Identity(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    publicKey = certificate.getPublicKey().getEncoded();
    id = DeviceId.ofKey(publicKey);
  }

  /**
   * The identity kept in this file, or a new one where there is no such file. A file that is there
   * is never written.
   *
   * @throws paloma.model.ProblemException {@code identity-damaged} when the file can't be read as
   *     one, {@code identity-not-written} when a new one can't be kept; the detail is the path
   */
  public static Identity openOrCreate(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      KeyFile.create(file, generate());
    }
    return KeyFile.open(file);
  }

  /** A new identity that is kept nowhere. */
  public static Identity generate() {
    try {
      return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("the JDK has Ed25519", e);
    }
  }

  /** The identity of a key pair that somebody else made and keeps. */
  public static Identity of(KeyPair pair) {
    return new Identity(pair.getPrivate(), SelfSigned.of(pair));
  }

  public DeviceId id() {
    return id;
  }

  /** SPKI bytes. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** For TLS; what it says beside the key is constant. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** For TLS and for an encrypted export; everything else uses {@link #sign}. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** Signs bytes under a context string, so that no signature means two things. */
  public byte[] sign(String context, byte[] bytes) {
    try {
      // A Signature is not thread-safe and costs 2 µs to make: nothing beside the signing.
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      feed(signature, context, bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  /** Whether the holder of this key signed these bytes under this context. False for nonsense. */
  public static boolean verify(byte[] spki, String context, byte[] bytes, byte[] signature) {
    if (spki.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) return false;
    try {
      var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      feed(check, context, bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false; // neither a key nor a signature: bytes from outside may be anything
    }
  }

  private static void feed(Signature signature, String context, byte[] bytes)
      throws GeneralSecurityException {
    signature.update(context.getBytes(StandardCharsets.US_ASCII));
    signature.update((byte) 0);
    signature.update(bytes);
  }
}
