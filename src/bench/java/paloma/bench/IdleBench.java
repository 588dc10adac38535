package paloma.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import paloma.lan.Lan;
import paloma.lan.Node;

/** What a node takes when nothing happens and fifty others are there. */
final class IdleBench implements Benchmarks.Bench {
  private static final int PEERS = 50;
  private static final int A_HOST = 5;
  private static final Duration SETTLING = Duration.ofSeconds(60);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final double TICKS_PER_SECOND = 100;

  @Override
  public void run(Table table) throws Exception {
    try (var lan = new Lan()) {
      var watched = lan.host().person("Watched").start();
      var others = new ArrayList<Node>();
      for (int host = 0; host < PEERS / A_HOST; host++) {
        var computer = lan.host();
        for (int i = 0; i < A_HOST; i++) {
          others.add(computer.person("Peer" + host + "x" + i).start());
        }
      }
      for (var other : others) watched.awaitPresent(other, 0, Office.PATIENCE);
      Thread.sleep(SETTLING);
      var cpu = new ArrayList<Double>();
      var rss = new ArrayList<Double>();
      for (int i = 0; i < Benchmarks.ROUNDS; i++) {
        double before = ticks(watched.pid());
        Thread.sleep(MINUTE);
        cpu.add((ticks(watched.pid()) - before) / TICKS_PER_SECOND / MINUTE.toSeconds() * 100);
        rss.add(rss(watched.pid()));
      }
      table.add("idle with " + PEERS + " peers", percent(cpu) + ", " + mib(rss), "", "");
    }
  }

  private static String percent(List<Double> values) {
    return Table.number(Table.median(values), "% of a core");
  }

  private static String mib(List<Double> values) {
    return Table.number(Table.median(values), "MiB");
  }

  /** User and system time: fields 14 and 15 of what the kernel says, after the name. */
  private static double ticks(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
  }

  static double rss(long pid) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
      if (line.startsWith("VmRSS:")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    }
    throw new IOException("no VmRSS of " + pid);
  }
}
