package paloma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import paloma.model.Manifest;

/**
 * Throughput of one big file and of a folder of small ones: ours, beside a plain TCP copy and what
 * the JDK's TLS does alone, all on loopback in one JVM. Arguments: folder, MiB, rounds, and which
 * of the rows 1 to 4 (all).
 */
public final class TransferBench {
  private static final int SMALL_FILES = 10_000;
  private static final int SMALL_BYTES = 4 * 1024;
  private static final int BUFFER = 64 * 1024;

  private TransferBench() {}

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory(Path.of(args[0]), "paloma-bench");
    long bytes = Long.parseLong(args[1]) << 20;
    int rounds = Integer.parseInt(args[2]);
    var rows = args.length > 3 ? args[3] : "1234";
    var big = big(folder.resolve("offered/big.bin"), bytes);
    var small = small(folder.resolve("offered/small"));
    var times = new double[4][rounds];
    var cpu = new double[4][rounds];
    try (var wires = new Wires(folder)) {
      for (int round = 0; round < rounds; round++) {
        for (int row = 0; row < times.length; row++) {
          if (rows.indexOf('1' + row) < 0) continue;
          cpu[row][round] = -cpuSeconds();
          times[row][round] = run(row, round, wires, folder, big, small);
          cpu[row][round] += cpuSeconds();
        }
      }
    }
    var names = List.of("plain TCP", "JDK TLS", "Paloma", "Paloma, " + SMALL_FILES + " files");
    for (int i = 0; i < names.size(); i++) {
      Arrays.sort(times[i]);
      Arrays.sort(cpu[i]);
      double seconds = times[i][rounds / 2];
      long moved = i < 3 ? bytes : (long) SMALL_FILES * SMALL_BYTES;
      System.out.printf(
          "%-22s %7.2f s  cpu %5.2f s  %8.0f MiB/s  of %s%n",
          names.get(i),
          seconds,
          cpu[i][rounds / 2],
          moved / seconds / Manifest.CHUNK,
          Arrays.stream(times[i]).mapToObj("%.2f"::formatted).toList());
    }
  }

  private static double run(int row, int round, Wires wires, Path folder, Path big, Path small)
      throws Exception {
    return switch (row) {
      case 0 -> copy(wires.plain(), big, folder.resolve("copy"));
      case 1 -> copy(wires.tls(), big, folder.resolve("copy"));
      case 2 -> Couriers.transfer(wires, folder.resolve("a" + round), big);
      case 3 -> Couriers.transfer(wires, folder.resolve("b" + round), small);
      default -> throw new IllegalArgumentException("row " + row);
    };
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static Path big(Path at, long bytes) throws IOException {
    Files.createDirectories(at.getParent());
    var random = new Random(1);
    var block = new byte[Manifest.CHUNK];
    try (var out = Files.newOutputStream(at)) {
      for (long left = bytes; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return at;
  }

  private static Path small(Path at) throws IOException {
    var random = new Random(2);
    var block = new byte[SMALL_BYTES];
    for (int i = 0; i < SMALL_FILES; i++) {
      var folder = at.resolve("" + i / 100);
      Files.createDirectories(folder);
      random.nextBytes(block);
      Files.write(folder.resolve("" + i), block);
    }
    return at;
  }

  /** A file through a pair of sockets into another file, with nothing else. */
  private static double copy(Wires.Pair pair, Path from, Path to) throws Exception {
    long begun = System.nanoTime();
    var sending = Thread.ofPlatform().start(() -> send(pair, from));
    try (InputStream in = pair.dialler().getInputStream();
        OutputStream out = Files.newOutputStream(to)) {
      var buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) out.write(buffer, 0, n);
    }
    sending.join();
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.delete(to);
    return seconds;
  }

  private static void send(Wires.Pair pair, Path from) {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = pair.dialled().getOutputStream()) {
      var buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) out.write(buffer, 0, n);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
