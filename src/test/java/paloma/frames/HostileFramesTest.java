package paloma.frames;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.model.MalformedException;

/** Bytes that somebody made up, by a seed: a frame or an exception of the link, nothing else. */
final class HostileFramesTest {
  private static final boolean WHOLE = Boolean.getBoolean("paloma.whole");
  private static final int MUTATIONS = WHOLE ? 3_000_000 : 60_000;

  /** What stays behind after all of them: nothing that grows. */
  private static final long HEAP = 32L << 20;

  /** A frame's objects weigh more than its bytes; a codec and its Kryo about 100 KiB. */
  private static final long PER_INPUT = 400_000;

  private static final int PER_BYTE = 40;

  private static final List<byte[]> SAMPLES =
      SampleFrames.ALL.values().stream().map(SampleFrames::encoded).toList();

  @Test
  void mutatedFramesAreReadOrRefusedAndWhatIsReadHasOneEncoding() {
    long seed = Long.getLong("paloma.seed", System.nanoTime());
    System.out.println("-Dpaloma.seed=" + seed);
    var random = new SplittableRandom(seed);
    long before = usedHeap();
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var bytes = mutated(random);
      try {
        read += readAll(bytes);
      } catch (Throwable e) {
        throw new AssertionError(i + ": " + HexFormat.of().formatHex(bytes), e);
      }
    }
    assertThat(read).as("mutations that are still frames").isGreaterThan(MUTATIONS / 100);
    assertThat(usedHeap() - before).isLessThan(HEAP);
  }

  @Test
  void noInputMakesUsTakeMoreMemoryThanItIsWorth() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var random = new SplittableRandom(1);
    for (int i = 0; i < MUTATIONS / 10; i++) {
      var bytes = withHugeNumbers(random, random.nextInt(SAMPLES.size()));
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        new FrameReader(new ByteArrayInputStream(bytes)).read();
      } catch (IOException e) {
        // Refused: that is what should happen to most of them.
      }
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      // The bytes themselves are made room for up to the limit of the type: the head may say so.
      assertThat(taken)
          .as(() -> HexFormat.of().formatHex(bytes))
          .isLessThan(PER_INPUT + (long) PER_BYTE * bytes.length + limitOf(bytes));
    }
  }

  /** Reads until the end, or until it is refused; how many were frames. */
  private static int readAll(byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    var reader = new FrameReader(in);
    int frames = 0;
    try {
      while (true) {
        int from = bytes.length - in.available();
        var frame = reader.read();
        frames++;
        if (frame instanceof Frame.Unknown) continue;
        var consumed = Arrays.copyOfRange(bytes, from, bytes.length - in.available());
        assertThat(SampleFrames.encoded(frame)).isEqualTo(consumed);
      }
    } catch (MalformedException | EOFException e) {
      return frames;
    }
  }

  private static byte[] mutated(SplittableRandom random) {
    var sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
    var other = SAMPLES.get(random.nextInt(SAMPLES.size()));
    return switch (random.nextInt(6)) {
      case 0 -> withNoise(sample, random, 0);
      case 1 -> withNoise(sample, random, 8);
      case 2 -> Arrays.copyOf(sample, random.nextInt(sample.length + 1));
      case 3 -> joined(sample, random.nextInt(sample.length), other, random.nextInt(other.length));
      case 4 -> withLengthMended(joined(sample, random.nextInt(sample.length), other, 8));
      default -> noise(random);
    };
  }

  /** A few bytes changed, from a place on. */
  private static byte[] withNoise(byte[] sample, SplittableRandom random, int from) {
    var bytes = sample.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static byte[] noise(SplittableRandom random) {
    var bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] one, int until, byte[] other, int from) {
    var bytes = Arrays.copyOf(one, until + other.length - from);
    System.arraycopy(other, from, bytes, until, other.length - from);
    return bytes;
  }

  /** The head says the length that is there: what follows has to be judged by itself. */
  private static byte[] withLengthMended(byte[] bytes) {
    if (bytes.length >= 8) ByteBuffer.wrap(bytes).putInt(4, bytes.length - 8);
    return bytes;
  }

  /** Some four bytes of the frame say a great number, in either order of bytes. */
  private static byte[] withHugeNumbers(SplittableRandom random, int sample) {
    var bytes = SAMPLES.get(sample).clone();
    int at = 4 + random.nextInt(bytes.length - 7);
    int number = random.nextInt(1 << random.nextInt(1, 31));
    ByteBuffer.wrap(bytes).putInt(at, random.nextBoolean() ? number : Integer.reverseBytes(number));
    return bytes;
  }

  private static int limitOf(byte[] bytes) {
    var type = FrameType.of(bytes[3]);
    return type == null ? FrameType.Limits.CONTROL : type.limit;
  }

  private static long usedHeap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
