package paloma.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import paloma.lan.Control;
import paloma.lan.Node;

/**
 * Somebody comes back to a hundred thousand messages: how long until all are stored there, and how
 * long a page of history takes meanwhile, which is what a window asks for.
 */
final class CatchUpBench implements Benchmarks.Bench {
  private static final int MISSED = 100_000;

  /** Requests that wait for an answer at once: the socket need not hold them all. */
  private static final int ON_THE_WAY = 2_000;

  private static final String TEXT = "what was said while you were away, as long as most are: ";

  @Override
  public void run(Table table) throws Exception {
    var seconds = new ArrayList<Double>();
    var said = new ArrayList<Double>();
    var pages = new ArrayList<Double>();
    try (var office = new Office()) {
      for (int i = 0; i < Benchmarks.ROUNDS; i++) {
        try (var two = office.people()) {
          deliver(two.bert(), two.anna());
          deliver(two.anna(), two.bert());
          two.bert().stop();
          said.add(say(two.anna(), two.bert()));
          seconds.add(catchUp(two.anna(), two.bert(), pages));
        }
      }
    }
    table.add(
        "come back to " + MISSED + " messages, until all are stored",
        Table.number(Table.median(seconds), "s"),
        Table.number(Table.median(said), "s"),
        "saying them, on the other computer alone");
    table.add(
        "a page of history meanwhile, p95",
        Table.number(Table.percentile(pages, 95), "ms"),
        "",
        "");
  }

  private static double say(Node from, Node to) throws Exception {
    var waiting = new ArrayList<CompletableFuture<Control.Answer>>();
    long begin = System.nanoTime();
    for (int i = 0; i < MISSED; i++) {
      waiting.add(
          from.control().begin("send", Map.of("conversation", to.id(), "text", TEXT + (i + 1))));
      if (waiting.size() == ON_THE_WAY) finish(waiting);
    }
    finish(waiting);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void finish(List<CompletableFuture<Control.Answer>> waiting) throws Exception {
    for (var answer : waiting) check(answer.get(2, TimeUnit.MINUTES));
    waiting.clear();
  }

  private static double catchUp(Node from, Node to, List<Double> pages) throws Exception {
    to.start();
    long begin = System.nanoTime();
    var request = Map.of("conversation", from.id(), "limit", 50);
    var last = TEXT + MISSED;
    for (var newest = ""; !newest.equals(last); ) {
      if (System.nanoTime() - begin > Office.PATIENCE.toNanos()) throw new AssertionError("stuck");
      long asked = System.nanoTime();
      var page = to.control().ask("history", request);
      pages.add((System.nanoTime() - asked) / 1e6);
      check(page);
      newest = (String) page.rows().getLast().get("text");
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void deliver(Node from, Node to) throws Exception {
    check(
        from.control()
            .ask(
                "send",
                Map.of("conversation", to.id(), "text", "hi", "wait", "delivered", "seconds", 60)));
  }

  private static void check(Control.Answer answer) {
    if (answer.exit() != 0) throw new AssertionError(answer);
  }
}
