package paloma.bench;

import java.util.ArrayList;

/** From a node's start notice until both sides list each other. */
final class DiscoveryBench implements Benchmarks.Bench {
  @Override
  public void run(Table table) throws Exception {
    var millis = new ArrayList<Double>();
    try (var office = new Office()) {
      var anna = office.left.person("Anna").start();
      var bert = office.right.person("Bert");
      for (int i = 0; i < Benchmarks.ROUNDS; i++) {
        int before = anna.noticesSoFar();
        bert.start();
        long started = bert.await("start", n -> n.is("started"), Office.PATIENCE).nanos();
        long seen = bert.awaitPresent(anna, 0, Office.PATIENCE).nanos();
        long wasSeen = anna.awaitPresent(bert, before, Office.PATIENCE).nanos();
        millis.add(Math.max(0, Math.max(seen, wasSeen) - started) / 1e6);
        bert.stop();
      }
    }
    var median = Table.number(Table.median(millis), "ms");
    table.add("both list each other after a start", median, "20 ms; 2 s", "iptux; Pidgin, by hand");
  }
}
