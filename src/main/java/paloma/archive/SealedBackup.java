package paloma.archive;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * One encrypted file with all of a profile: database, key, settings. Inside the sealing: the moment
 * in seconds, then for each file its name, its length and its bytes, and an empty name at the end.
 */
public final class SealedBackup {
  /** The shortest passphrase that is taken for a new backup, in characters. */
  public static final int LEAST_PASSPHRASE = 8;

  /** What a backup holds, in the order in which it is written. */
  public static final List<String> NAMES = List.of("paloma.db", "identity.p12", "settings.json");

  private SealedBackup() {}

  /**
   * Writes a backup; how many bytes it has.
   *
   * @param database a copy that nobody writes to
   * @param profile where key and settings lie; what is not there is left out
   */
  public static long write(Path file, char[] passphrase, Path database, Path profile, Instant now) {
    return write(file, passphrase, database, profile, now, Sealing.ROUNDS);
  }

  static long write(
      Path file, char[] passphrase, Path database, Path profile, Instant now, int rounds) {
    if (passphrase.length < LEAST_PASSPHRASE) {
      throw Problem.usage("passphrase-short", String.valueOf(LEAST_PASSPHRASE)).exception();
    }
    return NewFile.write(
        file,
        out -> {
          var sealed = SealedOutput.begin(out, passphrase, rounds);
          var data = new DataOutputStream(sealed);
          data.writeLong(now.getEpochSecond());
          for (var name : NAMES) {
            var from = name.equals(NAMES.getFirst()) ? database : profile.resolve(name);
            if (Files.exists(from)) put(data, name, from);
          }
          data.writeShort(0);
          data.flush();
          sealed.finish();
        });
  }

  private static void put(DataOutputStream out, String name, Path from) throws IOException {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
    long size = Files.size(from);
    out.writeLong(size);
    if (Files.copy(from, out) != size) throw new IOException(name + " changed meanwhile");
  }

  /**
   * Reads a whole backup into a folder, checking every byte; when it was made. What it throws
   * leaves files in the folder that nobody must use.
   */
  public static Instant read(Path file, char[] passphrase, Path into) {
    try (var raw = Files.newInputStream(file);
        var sealed = SealedInput.open(raw, passphrase);
        var in = new DataInputStream(sealed)) {
      var made = Instant.ofEpochSecond(in.readLong());
      for (var name = name(in); !name.isEmpty(); name = name(in)) {
        take(in, into.resolve(name));
      }
      if (in.read() >= 0) throw new SealedInput.Refused(SealedInput.Wrong.DAMAGED);
      return made;
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.failed("file-missing", file.toString()), e);
    } catch (SealedInput.Refused e) {
      throw new ProblemException(problem(e.wrong(), file), e);
    } catch (EOFException | DateTimeException e) {
      throw new ProblemException(problem(SealedInput.Wrong.DAMAGED, file), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("io", String.valueOf(e.getMessage())), e);
    }
  }

  private static Problem problem(SealedInput.Wrong wrong, Path file) {
    var name = file.toString();
    return switch (wrong) {
      case FOREIGN -> Problem.failed("backup-foreign", name);
      case NEWER -> Problem.failed("backup-newer", name);
      case PASSPHRASE -> Problem.refused("backup-passphrase", name);
      case DAMAGED -> Problem.failed("backup-damaged", name);
    };
  }

  private static String name(DataInputStream in) throws IOException {
    var bytes = in.readNBytes(in.readUnsignedShort());
    var name = new String(bytes, StandardCharsets.UTF_8);
    // Whoever knows the passphrase could still have written a path.
    if (name.isEmpty() || NAMES.contains(name)) return name;
    throw new SealedInput.Refused(SealedInput.Wrong.NEWER);
  }

  private static void take(DataInputStream in, Path to) throws IOException {
    long size = in.readLong();
    if (size < 0) throw new SealedInput.Refused(SealedInput.Wrong.DAMAGED);
    try (var part = new Bounded(in, size)) {
      if (Files.copy(part, to) != size) throw new EOFException();
    }
  }

  /** So many bytes of another stream, which stays open. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long bytes) {
      super(in);
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) return -1;
      int one = super.read();
      if (one >= 0) left--;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) return -1;
      int got = super.read(into, from, (int) Math.min(length, left));
      if (got > 0) left -= got;
      return got;
    }

    @Override
    public void close() {}
  }
}
