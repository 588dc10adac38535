package paloma.identity;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * The smallest X.509 certificate that TLS takes: the key, signed by itself. Name, serial number and
 * dates are the same for everybody and mean nothing, so one key has exactly one certificate.
 */
final class SelfSigned {
  private static final byte[] ED25519 = Der.sequence(Der.objectId(0x2b, 0x65, 0x70));
  private static final byte[] COMMON_NAME = Der.objectId(0x55, 0x04, 0x03);
  private static final byte[] NAME =
      Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text("paloma"))));

  /** Clocks in offices are wrong; the end is RFC 5280's "no well-defined expiration". */
  private static final byte[] ALWAYS =
      Der.sequence(Der.utcTime("000101000000Z"), Der.generalizedTime("99991231235959Z"));

  private static final int VERSION_3 = 2;

  private SelfSigned() {}

  static X509Certificate of(KeyPair pair) {
    var content =
        Der.sequence(
            Der.explicit0(Der.integer(VERSION_3)),
            Der.integer(1),
            ED25519,
            NAME,
            ALWAYS,
            NAME,
            pair.getPublic().getEncoded());
    try {
      var signature = Signature.getInstance(Identity.ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(content);
      var encoded = Der.sequence(content, ED25519, Der.bits(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key pair", e);
    }
  }
}
