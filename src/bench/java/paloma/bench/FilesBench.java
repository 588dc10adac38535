package paloma.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import paloma.lan.Node;
import paloma.lan.Samples;

/** From the receiver's accept until it says that everything is published. */
final class FilesBench implements Benchmarks.Bench {
  private static final long GIB = 1L << 30;
  private static final int FILES = 10_000;
  private static final int BYTES = 4096;

  private final boolean folder;

  private FilesBench(boolean folder) {
    this.folder = folder;
  }

  static FilesBench oneLargeFile() {
    return new FilesBench(false);
  }

  static FilesBench manySmallFiles() {
    return new FilesBench(true);
  }

  @Override
  public void run(Table table) throws Exception {
    try (var office = new Office()) {
      if (folder) manySmall(office, table);
      else oneLarge(office, table);
    }
  }

  private static void oneLarge(Office office, Table table) throws Exception {
    var file = Samples.file(office.lan.folder().resolve("large.bin"), GIB);
    var ours = new ArrayList<Double>();
    var plain = new ArrayList<Double>();
    var tls = new ArrayList<Double>();
    for (int i = 0; i < Benchmarks.ROUNDS; i++) {
      plain.add(Copy.file(office, file, false));
      tls.add(Copy.file(office, file, true));
      ours.add(byPaloma(office, file));
    }
    table.add("1 GiB file", rate(ours), rate(plain), "copy over plain TCP");
    table.add("1 GiB file", rate(ours), rate(tls), "copy over the JDK's TLS, one connection");
  }

  private static String rate(List<Double> seconds) {
    return Table.number(GIB / 1e6 / Table.median(seconds), "MB/s");
  }

  private static void manySmall(Office office, Table table) throws Exception {
    var top = Samples.folder(office.lan.folder().resolve("many"), FILES, BYTES);
    var ours = new ArrayList<Double>();
    var tar = new ArrayList<Double>();
    for (int i = 0; i < Benchmarks.ROUNDS; i++) {
      tar.add(tar(office, top, i));
      ours.add(byPaloma(office, top));
    }
    var baseline = Table.number(Table.median(tar), "s");
    var paloma = Table.number(Table.median(ours), "s");
    table.add(FILES + " files of 4 KiB", paloma, baseline, "tar over plain TCP");
  }

  private static double byPaloma(Office office, Path path) throws Exception {
    try (var two = office.people()) {
      var offer = offer(two.anna(), two.bert(), path);
      long begin = System.nanoTime();
      two.bert().ask("accept", Map.of("offer", offer));
      var done =
          two.bert()
              .await(
                  "that it is finished",
                  n -> n.is("transfer-finished", "transfer-failed"),
                  Office.PATIENCE);
      if (!done.is("transfer-finished")) throw new IOException(done.row().toString());
      delete(two.bert().downloads());
      return (done.nanos() - begin) / 1e9;
    }
  }

  private static String offer(Node from, Node to, Path path) throws InterruptedException {
    var paths = List.of(path.toString());
    var answer = from.ask("offer", Map.of("conversation", to.id(), "paths", paths));
    if (answer.exit() != 0) throw new AssertionError(answer);
    var offer = String.valueOf(answer.row().get("offer"));
    to.await("the offer", n -> n.is("offer-received"), Office.PATIENCE);
    return offer;
  }

  /** Both ends are started by a shell of their host; the time is that of the whole pipe. */
  private static double tar(Office office, Path top, int round) throws Exception {
    var to = office.lan.folder().resolve("untarred" + round);
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var copy = java + " -cp " + System.getProperty("java.class.path") + " " + Copy.class.getName();
    var taking = new ArrayList<>(office.right.here());
    taking.addAll(
        List.of("sh", "-c", "mkdir " + to + " && " + copy + " take - plain | tar xC " + to));
    var giving = new ArrayList<>(office.left.here());
    var address = office.right.address();
    giving.addAll(
        List.of("sh", "-c", "tar cC " + top + " . | " + copy + " give - plain " + address));
    var taker = new ProcessBuilder(taking).inheritIO().start();
    double seconds = Double.parseDouble(Office.output(new ProcessBuilder(giving).start()));
    if (taker.waitFor() != 0) throw new IOException("tar failed");
    delete(to);
    return seconds;
  }

  private static void delete(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
  }
}
