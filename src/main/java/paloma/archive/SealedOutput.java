package paloma.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Writes a sealed file; only {@link #finish} makes it a whole one. */
final class SealedOutput extends OutputStream {
  private final OutputStream out;
  private final Sealing sealing;
  private final byte[] chunk = new byte[Sealing.CHUNK];
  private int filled;

  private SealedOutput(OutputStream out, Sealing sealing) {
    this.out = out;
    this.sealing = sealing;
  }

  static SealedOutput begin(OutputStream out, char[] passphrase, int rounds) throws IOException {
    var salt = new byte[Sealing.SALT];
    new SecureRandom().nextBytes(salt);
    var header = Sealing.header(rounds, salt);
    out.write(header);
    var sealed = new SealedOutput(out, Sealing.of(passphrase, header));
    // The first chunk is empty: it tells a wrong passphrase from a damaged file.
    sealed.out.write(sealed.sealing.seal(sealed.chunk, 0, false));
    return sealed;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == chunk.length) flushChunk(false);
      int part = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, at, chunk, filled, part);
      filled += part;
      at += part;
      left -= part;
    }
  }

  private void flushChunk(boolean last) throws IOException {
    out.write(sealing.seal(chunk, filled, last));
    filled = 0;
  }

  /** Writes the last chunk, which says that nothing follows. */
  void finish() throws IOException {
    flushChunk(true);
    out.flush();
  }
}
