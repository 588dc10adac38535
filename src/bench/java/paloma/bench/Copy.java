package paloma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import paloma.lan.Samples;

/** Bytes of a file, or of a stream, over one TCP connection; plain, or by the JDK's TLS alone. */
final class Copy {
  static final int PORT = 24_901;
  private static final char[] PASSWORD = "benchmark".toCharArray();
  private static final int BLOCK = 1 << 17;
  private static final long DIALLING = TimeUnit.SECONDS.toNanos(20);

  private Copy() {}

  /** Seconds for one file from left to right. */
  static double file(Office office, Path file, boolean tls) throws Exception {
    var folder = office.lan.folder();
    var to = folder.resolve("copied");
    var store = tls ? keyStore(folder).toString() : "plain";
    var taking = Office.java(office.right, Copy.class, "take", to.toString(), store);
    var giving =
        Office.java(
            office.left, Copy.class, "give", file.toString(), store, office.right.address());
    double seconds = Double.parseDouble(Office.output(giving));
    Office.output(taking);
    if (!Samples.sha256(to).equals(Samples.sha256(file))) throw new IOException("copied wrongly");
    Files.delete(to);
    return seconds;
  }

  static Path keyStore(Path folder) throws IOException, InterruptedException {
    var store = folder.resolve("keys.p12");
    if (Files.exists(store)) return store;
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                (keytool
                        + " -genkeypair -alias a -keyalg Ed25519 -dname CN=bench -storepass "
                        + new String(PASSWORD)
                        + " -keystore "
                        + store)
                    .split(" "))
            .inheritIO()
            .start();
    if (made.waitFor() != 0) throw new IOException("no key was made");
    return store;
  }

  public static void main(String[] arguments) throws Exception {
    boolean takes = arguments[0].equals("take");
    var file = Path.of(arguments[1]);
    var tls = arguments[2].equals("plain") ? null : context(Path.of(arguments[2]));
    if (takes) take(file, tls);
    else give(file, tls, arguments[3]);
  }

  private static void take(Path file, SSLContext tls) throws IOException {
    try (var server =
            tls == null
                ? new ServerSocket(PORT)
                : tls.getServerSocketFactory().createServerSocket(PORT);
        var socket = server.accept();
        OutputStream out = file.toString().equals("-") ? System.out : Files.newOutputStream(file)) {
      transfer(socket.getInputStream(), out);
      out.flush();
      socket.getOutputStream().write(1);
    }
  }

  private static void give(Path file, SSLContext tls, String address) throws Exception {
    try (var plain = dial(address, PORT);
        var socket = tls == null ? plain : encrypted(plain, tls, address);
        InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      long begin = System.nanoTime();
      transfer(in, socket.getOutputStream());
      socket.shutdownOutput();
      if (socket.getInputStream().read() < 0) throw new IOException("not all was taken");
      System.out.println((System.nanoTime() - begin) / 1e9);
    }
  }

  private static void transfer(InputStream in, OutputStream out) throws IOException {
    var block = new byte[BLOCK];
    for (int read; (read = in.read(block)) >= 0; ) out.write(block, 0, read);
  }

  private static Socket encrypted(Socket plain, SSLContext tls, String address) throws IOException {
    var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, address, PORT, true);
    socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    socket.startHandshake();
    return socket;
  }

  /** Dials until the other side listens. */
  static Socket dial(String address, int port) throws IOException {
    long deadline = System.nanoTime() + DIALLING;
    while (true) {
      try {
        return new Socket(address, port);
      } catch (ConnectException e) {
        if (System.nanoTime() > deadline) throw e;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  private static SSLContext context(Path store) throws Exception {
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(factory.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
    return context;
  }

  /** The baseline measures bytes, not trust. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
