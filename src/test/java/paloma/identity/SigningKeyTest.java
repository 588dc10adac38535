package paloma.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ProblemException;

final class SigningKeyTest {
  @TempDir Path folder;

  private static final byte[] BYTES = {1, 2, 3};

  @Test
  void whatIsSignedWithTheKeyOfAFileIsCheckedWithItsPublicKey() throws Exception {
    var file = folder.resolve("release.key");
    var made = SigningKey.create(file);
    var read = SigningKey.read(file);
    assertThat(read.publicKey()).isEqualTo(made.publicKey()).hasSize(Identity.KEY_BYTES);
    var signature = read.sign("context", BYTES);
    assertThat(Identity.verify(made.publicKey(), "context", BYTES, signature)).isTrue();
    assertThat(Identity.verify(made.publicKey(), "another", BYTES, signature)).isFalse();

    // The JDK agrees.
    var key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(made.publicKey()));
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    var signed = new ByteArrayOutputStream();
    signed.writeBytes(new byte[] {'c', 'o', 'n', 't', 'e', 'x', 't', 0});
    signed.writeBytes(BYTES);
    check.update(signed.toByteArray());
    assertThat(check.verify(signature)).isTrue();
  }

  @Test
  void theFileIsItsOwnersAloneAndNeverReplaced() throws Exception {
    var file = folder.resolve("release.key");
    SigningKey.create(file);
    var before = Files.readString(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> SigningKey.create(file)).hasMessageContaining("key-exists");
    assertThat(file).hasContent(before);
  }

  @Test
  void aKeyThatAnotherProgramMadeIsRead() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var file = folder.resolve("other.pem");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    assertThat(SigningKey.read(file).publicKey()).isEqualTo(pair.getPublic().getEncoded());
  }

  @Test
  void whatIsNoKeyIsSaid() throws Exception {
    var file = folder.resolve("no.key");
    assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("file-missing");
    for (var text :
        new String[] {
          "",
          "secret",
          "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
          "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
          "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----"
        }) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> SigningKey.read(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("key-damaged");
    }
  }
}
