package paloma.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.ProblemException;

class IdentityTest {
  @TempDir Path folder;

  @Test
  void theSameFileIsTheSameDevice() {
    var file = folder.resolve("profile/identity.p12");
    var first = Identity.openOrCreate(file);
    var second = Identity.openOrCreate(file);

    assertThat(second.id()).isEqualTo(first.id()).isEqualTo(DeviceId.ofKey(first.publicKey()));
    assertThat(second.certificate()).isEqualTo(first.certificate());
    assertThat(Identity.verify(first.publicKey(), "c", new byte[3], second.sign("c", new byte[3])))
        .isTrue();
  }

  @Test
  void signaturesAreThoseOfTheJdk() throws Exception {
    var identity = FixedIdentity.of(7);
    var bytes = "context\0bytes".getBytes(StandardCharsets.US_ASCII);
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(identity.privateKey());
    signature.update(bytes);

    assertThat(identity.sign("context", "bytes".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(signature.sign());
  }

  @Test
  void onlyTheOwnerMayReadTheKeyAndItsFolder() throws Exception {
    var file = folder.resolve("a/b/identity.p12");
    Identity.openOrCreate(file);

    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aDamagedFileIsAProblemAndStaysAsItIs() throws Exception {
    var file = folder.resolve("identity.p12");
    Identity.openOrCreate(file);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> Identity.openOrCreate(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("identity-damaged");
              assertThat(e.problem().details()).containsExactly(file.toString());
            });
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void emptyFilesFoldersAndDeadLinksAreDamagedNotReplaced() throws Exception {
    var empty = Files.createFile(folder.resolve("empty"));
    var directory = Files.createDirectory(folder.resolve("directory"));
    var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

    for (var file : new Path[] {empty, directory, link}) {
      assertThatThrownBy(() -> Identity.openOrCreate(file))
          .as("%s", file)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("identity-damaged"));
    }
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aFolderThatCanNotBeMadeIsSaid() throws Exception {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Identity.openOrCreate(file.resolve("identity.p12")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("identity-not-written"));
  }

  @Test
  void manyFirstStartsAtOnceAgreeOnOneKey() throws Exception {
    var file = folder.resolve("race/identity.p12");
    var starts = new ArrayList<Callable<DeviceId>>();
    for (int i = 0; i < 8; i++) starts.add(() -> Identity.openOrCreate(file).id());

    try (var pool = Executors.newFixedThreadPool(8)) {
      var ids = new ArrayList<DeviceId>();
      for (var start : pool.invokeAll(starts)) ids.add(start.get());
      assertThat(ids).containsOnly(Identity.openOrCreate(file).id());
    }
  }

  @Test
  void aSignatureHoldsForItsContextItsBytesAndItsKeyOnly() {
    var me = FixedIdentity.of(1);
    var bytes = new byte[] {1, 2, 3};
    var signature = me.sign("paloma-a", bytes);

    assertThat(Identity.verify(me.publicKey(), "paloma-a", bytes, signature)).isTrue();
    assertThat(Identity.verify(me.publicKey(), "paloma-b", bytes, signature)).isFalse();
    assertThat(Identity.verify(me.publicKey(), "paloma-a", new byte[3], signature)).isFalse();
    assertThat(Identity.verify(FixedIdentity.of(2).publicKey(), "paloma-a", bytes, signature))
        .isFalse();
    assertThat(Identity.verify(new byte[44], "paloma-a", bytes, signature)).isFalse();
    assertThat(Identity.verify(me.publicKey(), "paloma-a", bytes, new byte[64])).isFalse();
    assertThat(Identity.verify(new byte[0], "paloma-a", bytes, new byte[0])).isFalse();
  }

  @Test
  void theCertificateIsSmallConstantAndSignedByItsOwnKey() throws Exception {
    var me = FixedIdentity.of(1);
    var certificate = me.certificate();

    assertThat(certificate.getEncoded().length).isLessThanOrEqualTo(1024);
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=paloma");
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getPublicKey().getEncoded()).isEqualTo(me.publicKey());
    assertThat(FixedIdentity.of(1).certificate()).isEqualTo(certificate);
  }

  @Test
  void safetyNumbersAreSixtyDigitsAndTheSameFromBothSides() {
    var a = new DeviceId(Hash.sha256(new byte[] {1}));
    var b = new DeviceId(Hash.sha256(new byte[] {2}));

    assertThat(SafetyNumber.of(a)).matches("(\\d{5} ){11}\\d{5}").isNotEqualTo(SafetyNumber.of(b));
    assertThat(SafetyNumber.between(a, b))
        .matches("(\\d{5} ){11}\\d{5}")
        .isEqualTo(SafetyNumber.between(b, a))
        .isNotEqualTo(SafetyNumber.between(a, a));
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
