package paloma.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * An Ed25519 key that belongs to no profile: with it a maker of Paloma signs releases. It lives in
 * a PEM file as other programs write it (PKCS #8). Immutable and thread-safe.
 */
public final class SigningKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /** PKCS #8 of an Ed25519 key up to the key: RFC 8410, section 7. */
  private static final byte[] PREFIX = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };

  private static final int KEY = 32;

  /** A PEM file of one key has 119 bytes. */
  private static final int MOST_BYTES = 4 * 1024;

  private final Ed25519PrivateKeyParameters key;

  private SigningKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
  }

  public static SigningKey generate() {
    return new SigningKey(new Ed25519PrivateKeyParameters(new SecureRandom()));
  }

  /** Always the same key, for tests and for what is only played. */
  public static SigningKey ofSeed(byte[] seed) {
    return new SigningKey(new Ed25519PrivateKeyParameters(Arrays.copyOf(seed, KEY), 0));
  }

  /**
   * Makes a new key and keeps it in a file that only its owner can read. A file that is there
   * stays.
   */
  public static SigningKey create(Path file) {
    var made = generate();
    var mine = PosixFilePermissions.fromString("rw-------");
    boolean posix =
        file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
    var owner =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mine)}
            : new FileAttribute<?>[0];
    var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var out = Files.newByteChannel(file, fresh, owner)) {
      out.write(StandardCharsets.US_ASCII.encode(made.pem()));
      return made;
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException(Problem.failed("key-exists", file.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("key-not-written", file.toString()), e);
    }
  }

  private String pem() {
    var bytes = Arrays.copyOf(PREFIX, PREFIX.length + KEY);
    key.encode(bytes, PREFIX.length);
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(bytes) + "\n" + END + "\n";
  }

  /** Reads a key from its file. */
  public static SigningKey read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII));
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.failed("file-missing", file.toString()), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(Problem.failed("key-damaged", file.toString()), e);
    }
  }

  private static SigningKey parse(String pem) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) throw new IllegalArgumentException("no key inside");
    var inner = pem.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
    var bytes = Base64.getDecoder().decode(inner);
    boolean ours =
        bytes.length == PREFIX.length + KEY
            && Arrays.equals(bytes, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
    if (!ours) throw new IllegalArgumentException("not an Ed25519 key");
    return new SigningKey(new Ed25519PrivateKeyParameters(bytes, PREFIX.length));
  }

  /** SPKI bytes, as {@link Identity#verify} takes them. */
  public byte[] publicKey() {
    var spki = Arrays.copyOf(Identity.PREFIX, Identity.KEY_BYTES);
    key.generatePublicKey().encode(spki, Identity.PREFIX.length);
    return spki;
  }

  /** Signs bytes under a context string, so that no signature means two things. */
  public byte[] sign(String context, byte[] bytes) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    Identity.feed(signer, context, bytes);
    return signer.generateSignature();
  }
}
