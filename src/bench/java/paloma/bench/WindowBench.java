package paloma.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * From the start of the process until a frame with words is on a screen: that of Xvfb, which keeps
 * its pixels in a file, so that neither program has to say when it is ready.
 */
final class WindowBench implements Benchmarks.Bench {
  private static final String DISPLAY = ":77";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1024;

  /** Smoothed letters have many greys; an empty window and the background have two colours. */
  private static final int COLOURS = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLING = Duration.ofSeconds(15);

  private static final Path IMAGE = Path.of("target/paloma/bin/paloma").toAbsolutePath();

  /** The program with a runtime and start-up caches of its own, where it was built. */
  private static final Path INSTALLED =
      Path.of("target/installer/paloma/bin/paloma").toAbsolutePath();

  /**
   * @param answers seconds until it takes commands; those of the frame for a bare window
   */
  private record Shown(double seconds, double answers, double rss) {}

  @Override
  public void run(Table table) throws Exception {
    var folder = Files.createTempDirectory("palomawindow");
    var screen = WIDTH + "x" + HEIGHT + "x24";
    var server =
        new ProcessBuilder(
                "Xvfb",
                DISPLAY,
                "-screen",
                "0",
                screen,
                "-fbdir",
                folder.toString(),
                "-nolisten",
                "tcp")
            .redirectErrorStream(true)
            .start();
    try {
      boolean packaged = Files.exists(INSTALLED);
      var ours = new ArrayList<Shown>();
      var bare = new ArrayList<Shown>();
      var installed = new ArrayList<Shown>();
      for (int i = 0; i < Benchmarks.ROUNDS; i++) {
        bare.add(show(folder, bare(), Optional.empty()));
        ours.add(show(folder, paloma(IMAGE, folder), Optional.of(socket(folder))));
        if (!packaged) continue;
        installed.add(show(folder, paloma(INSTALLED, folder), Optional.of(socket(folder))));
      }
      var baseline = "a bare JavaFX window with the same options";
      table.add("window, first frame", seconds(ours), seconds(bare), baseline);
      table.add("window, resident memory", rss(ours), rss(bare), baseline);
      if (packaged) {
        var same = "the same jar from target/paloma, on the JDK";
        table.add("installed, first frame", seconds(installed), seconds(ours), same);
        table.add("installed, takes commands", answers(installed), answers(ours), same);
        table.add("installed, resident memory", rss(installed), rss(ours), same);
        table.add("installed, a command", command(INSTALLED), command(IMAGE), same);
      }
    } finally {
      server.destroy();
      server.waitFor();
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
  }

  private static String seconds(List<Shown> shown) {
    return Table.number(Table.median(shown.stream().map(Shown::seconds).toList()), "s");
  }

  private static String answers(List<Shown> shown) {
    return Table.number(Table.median(shown.stream().map(Shown::answers).toList()), "s");
  }

  /** How long it takes to be told that nothing runs: start, words, end. */
  private static String command(Path program) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < 2 * Benchmarks.ROUNDS + 1; i++) {
      var builder = new ProcessBuilder(program.toString(), "--profile", "/nowhere", "peers");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      long begin = System.nanoTime();
      builder.start().waitFor();
      seconds.add((System.nanoTime() - begin) / 1e9);
    }
    return Table.number(Table.median(seconds), "s");
  }

  private static Path socket(Path folder) {
    return folder.resolve("p/control.sock");
  }

  private static String rss(List<Shown> shown) {
    return Table.number(Table.median(shown.stream().map(Shown::rss).toList()), "MiB");
  }

  private static List<String> bare() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("bench.options").split(" +")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BareWindow.class.getName());
    return command;
  }

  private static List<String> paloma(Path program, Path folder) {
    return List.of(program.toString(), "--profile", folder.resolve("p").toString());
  }

  private static Shown show(Path folder, List<String> command, Optional<Path> socket)
      throws Exception {
    var builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", DISPLAY);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
    awaitColours(folder, 1, 2);
    long begin = System.nanoTime();
    var process = builder.start();
    try {
      awaitColours(folder, COLOURS, Integer.MAX_VALUE);
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (socket.isPresent()) awaitAnswer(socket.get());
      double answers = (System.nanoTime() - begin) / 1e9;
      Thread.sleep(SETTLING);
      return new Shown(seconds, answers, IdleBench.rss(process.pid()));
    } finally {
      var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      all.forEach(ProcessHandle::destroy);
      process.waitFor();
    }
  }

  private static void awaitAnswer(Path socket) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        client.connect(UnixDomainSocketAddress.of(socket));
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) throw e;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  private static void awaitColours(Path folder, int least, int most) throws IOException {
    var pixels = folder.resolve("Xvfb_screen0");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int colours = Files.exists(pixels) ? colours(pixels) : 0;
      if (colours >= least && colours <= most) return;
      if (System.nanoTime() > deadline) {
        var output = folder.resolve("output");
        var said = Files.exists(output) ? Files.readString(output) : "";
        throw new IOException("the screen has " + colours + " colours. " + said);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Different colours on the screen: the last bytes of the file are its pixels. */
  private static int colours(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long size = (long) WIDTH * HEIGHT * 4;
      if (channel.size() < size) return 0;
      ByteBuffer pixels = channel.map(MapMode.READ_ONLY, channel.size() - size, size);
      var colours = new HashSet<Integer>();
      while (pixels.hasRemaining() && colours.size() <= COLOURS) colours.add(pixels.getInt());
      return colours.size();
    }
  }
}
