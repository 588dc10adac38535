package paloma.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * The PKCS12 file of an identity. It appears whole or not at all, readable by its owner only from
 * its first byte, and a file that is there is never replaced.
 */
final class KeyFile {
  private static final System.Logger LOG = System.getLogger("paloma.identity");
  private static final String ENTRY = "paloma";

  /**
   * PKCS12 wants a password; the file's permissions are what protects it. A secret in the program
   * would protect nothing.
   */
  private static final char[] PASSWORD = "paloma".toCharArray();

  /** A PKCS12 file of one key has about 1 KiB: nothing larger is read. */
  private static final int MOST_BYTES = 64 * 1024;

  private KeyFile() {}

  static Identity open(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) throw new IOException("too large");
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD);
      var key = (PrivateKey) store.getKey(ENTRY, PASSWORD);
      var certificate = (X509Certificate) store.getCertificate(ENTRY);
      if (key == null || certificate == null) throw new IOException("no key inside");
      var identity = new Identity(key, certificate);
      var probe = new byte[] {1};
      if (!Identity.verify(identity.publicKey(), "probe", probe, identity.sign("probe", probe))) {
        throw new IOException("key and certificate do not belong together");
      }
      return identity;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new ProblemException(Problem.failed("identity-damaged", file.toString()), e);
    }
  }

  static void create(Path file, Identity identity) {
    var target = file.toAbsolutePath();
    var folder = target.getParent();
    var part = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(folder, owner(folder, "rwx------"));
      try {
        write(part, encode(identity));
        publish(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
      persist(folder);
    } catch (IOException | GeneralSecurityException e) {
      throw new ProblemException(Problem.failed("identity-not-written", file.toString()), e);
    }
  }

  private static byte[] encode(Identity identity) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setKeyEntry(
        ENTRY, identity.privateKey(), PASSWORD, new Certificate[] {identity.certificate()});
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, PASSWORD);
    return bytes.toByteArray();
  }

  private static void write(Path part, byte[] bytes) throws IOException {
    var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var out = FileChannel.open(part, fresh, owner(part.getParent(), "rw-------"))) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) out.write(buffer);
      out.force(true);
    }
    Arrays.fill(bytes, (byte) 0);
  }

  /** A link never replaces; an atomic move does on Linux. */
  private static void publish(Path part, Path target) throws IOException {
    try {
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException e) {
      LOG.log(Level.DEBUG, "another start made the identity first");
    } catch (IOException | UnsupportedOperationException e) {
      Files.move(part, target); // a file system without links
    }
  }

  private static void persist(Path folder) {
    try (var handle = FileChannel.open(folder, StandardOpenOption.READ)) {
      handle.force(true);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "this system does not sync folders: " + e.getMessage());
    }
  }

  /** Where there are no POSIX permissions the profile's place is private to its user. */
  private static FileAttribute<?>[] owner(Path near, String permissions) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
