package paloma.wire.secure;

import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts any one small Ed25519 certificate. TLS itself proves that the other side holds its key;
 * names, dates and the certificate's own signature mean nothing here.
 */
final class AnyKey extends X509ExtendedTrustManager {
  /** Ours has 200 bytes. */
  static final int MOST_BYTES = 1024;

  static void check(Certificate[] chain) throws CertificateException {
    if (chain == null || chain.length != 1) throw new CertificateException("not one certificate");
    if (chain[0].getEncoded().length > MOST_BYTES) throw new CertificateException("too large");
    if (!Tls.isEd25519(chain[0])) throw new CertificateException("not an Ed25519 key");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
