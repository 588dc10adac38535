package paloma.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;

/** Reads a sealed file; every byte that it gives is authentic, and so is the end. */
final class SealedInput extends InputStream {
  /** Why a file can't be read. */
  enum Wrong {
    FOREIGN,
    NEWER,
    PASSPHRASE,
    DAMAGED
  }

  /** A file that is no sealed one, or not ours, or not whole. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final Wrong wrong;

    Refused(Wrong wrong) {
      super(wrong.name());
      this.wrong = wrong;
    }

    Wrong wrong() {
      return wrong;
    }
  }

  private final PushbackInputStream in;
  private final Sealing sealing;
  private byte[] chunk = new byte[0];
  private int at;
  private boolean ended;

  private SealedInput(PushbackInputStream in, Sealing sealing) {
    this.in = in;
    this.sealing = sealing;
  }

  static SealedInput open(InputStream file, char[] passphrase) throws IOException {
    var in = new PushbackInputStream(file, 1);
    var header = in.readNBytes(Sealing.HEADER);
    if (!Arrays.equals(Arrays.copyOf(header, Sealing.MAGIC.length), Sealing.MAGIC)) {
      throw new Refused(Wrong.FOREIGN);
    }
    if (header.length < Sealing.HEADER) throw new Refused(Wrong.DAMAGED);
    if (header[Sealing.MAGIC.length] != Sealing.VERSION) throw new Refused(Wrong.NEWER);
    int rounds = ByteBuffer.wrap(header).getInt(Sealing.MAGIC.length + 1);
    if (rounds < 1 || rounds > Sealing.MOST_ROUNDS) throw new Refused(Wrong.DAMAGED);
    var sealed = new SealedInput(in, Sealing.of(passphrase, header));
    var check = in.readNBytes(Sealing.TAG);
    if (check.length < Sealing.TAG) throw new Refused(Wrong.DAMAGED);
    try {
      sealed.sealing.open(check, false);
    } catch (GeneralSecurityException e) {
      throw new Refused(Wrong.PASSPHRASE);
    }
    return sealed;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) return 0;
    while (at == chunk.length) {
      if (ended) return -1;
      next();
    }
    int part = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, from, part);
    at += part;
    return part;
  }

  private void next() throws IOException {
    var sealed = in.readNBytes(Sealing.CHUNK + Sealing.TAG);
    int after = in.read();
    ended = after < 0;
    if (!ended) in.unread(after);
    try {
      chunk = sealing.open(sealed, ended);
      at = 0;
    } catch (GeneralSecurityException e) {
      throw new Refused(Wrong.DAMAGED);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
