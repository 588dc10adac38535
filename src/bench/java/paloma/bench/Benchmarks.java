package paloma.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the rounds and prints a table: {@code mvn -Pbench verify}, or only some of them with {@code
 * -Dbench=file,idle}. Needs root and an idle machine; every figure is the median of five.
 */
public final class Benchmarks {
  static final int ROUNDS = 5;

  private Benchmarks() {}

  /** Measures something and adds its rows to the table. */
  interface Bench {
    void run(Table table) throws Exception;
  }

  public static void main(String[] names) throws Exception {
    var all = new LinkedHashMap<String, Bench>();
    all.put("discovery", new DiscoveryBench());
    all.put("message", new MessageBench());
    all.put("catchup", new CatchUpBench());
    all.put("file", FilesBench.oneLargeFile());
    all.put("folder", FilesBench.manySmallFiles());
    all.put("search", new SearchBench());
    all.put("idle", new IdleBench());
    all.put("window", new WindowBench());
    var table = new Table();
    boolean failed = false;
    for (var bench : chosen(all, names).entrySet()) {
      System.out.println("… " + bench.getKey());
      try {
        bench.getValue().run(table);
      } catch (Exception | AssertionError e) {
        e.printStackTrace();
        table.add(bench.getKey(), "failed", "", "");
        failed = true;
      }
    }
    System.out.println(table);
    if (failed) System.exit(1);
  }

  private static Map<String, Bench> chosen(Map<String, Bench> all, String[] names) {
    var wanted = new ArrayList<String>();
    for (var name : names) if (!name.isBlank()) wanted.addAll(List.of(name.split(",")));
    if (wanted.isEmpty()) return all;
    var chosen = new LinkedHashMap<>(all);
    chosen.keySet().retainAll(wanted);
    return chosen;
  }
}
