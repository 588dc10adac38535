package paloma.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import paloma.lan.Control;
import paloma.lan.Node;

/**
 * One message after the other until delivered, and a thousand a second for ten seconds; then one
 * after the other again, in programs that the JVM has compiled.
 */
final class MessageBench implements Benchmarks.Bench {
  private static final int MESSAGES = 1_000;
  private static final int PER_SECOND = 1_000;
  private static final int SECONDS = 10;

  @Override
  public void run(Table table) throws Exception {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    var echo50 = new ArrayList<Double>();
    var echo99 = new ArrayList<Double>();
    var warm50 = new ArrayList<Double>();
    var warm99 = new ArrayList<Double>();
    var rate = new ArrayList<Double>();
    try (var office = new Office()) {
      for (int i = 0; i < Benchmarks.ROUNDS; i++) {
        var figures = Echo.between(office, MESSAGES);
        echo50.add(figures.p50());
        echo99.add(figures.p99());
        try (var two = office.people()) {
          // Who has answered is no stranger any more: a stranger's messages are counted.
          deliver(two.bert(), two.anna());
          deliver(two.anna(), two.bert());
          var millis = oneByOne(two.anna(), two.bert());
          p50.add(Table.percentile(millis, 50));
          p99.add(Table.percentile(millis, 99));
          rate.add(sustained(two.anna(), two.bert()));
          millis = oneByOne(two.anna(), two.bert());
          warm50.add(Table.percentile(millis, 50));
          warm99.add(Table.percentile(millis, 99));
        }
      }
    }
    var baseline = "64 bytes over TCP, an fdatasync on each side";
    table.add("send until delivered, first thousand, p50", ms(p50), ms(echo50), baseline);
    table.add("send until delivered, first thousand, p99", ms(p99), ms(echo99), baseline);
    table.add("send until delivered, later, p50", ms(warm50), ms(echo50), baseline);
    table.add("send until delivered, later, p99", ms(warm99), ms(echo99), baseline);
    table.add(
        "delivered a second, asked for " + PER_SECOND + " over " + SECONDS + " s",
        Table.number(Table.median(rate), "/s"),
        "",
        "");
  }

  private static String ms(List<Double> values) {
    return Table.number(Table.median(values), "ms");
  }

  private static List<Double> oneByOne(Node from, Node to) throws Exception {
    // A stranger may say little: the other one says something first.
    deliver(to, from);
    // The first ones make the link and warm both programs up.
    for (int i = 0; i < MESSAGES / 5; i++) deliver(from, to);
    var millis = new ArrayList<Double>();
    for (int i = 0; i < MESSAGES; i++) {
      long begin = System.nanoTime();
      deliver(from, to);
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    return millis;
  }

  private static void deliver(Node from, Node to) throws Exception {
    check(from.control().ask("send", request(to)));
  }

  private static Map<String, Object> request(Node to) {
    return Map.of(
        "conversation", to.id(), "text", "a usual message", "wait", "delivered", "seconds", 60);
  }

  private static void check(Control.Answer answer) {
    if (answer.exit() != 0) throw new AssertionError(answer);
  }

  private static double sustained(Node from, Node to) throws Exception {
    int messages = PER_SECOND * SECONDS;
    var answers = new ArrayList<CompletableFuture<Control.Answer>>(messages);
    long begin = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      long due = begin + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
      while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
      answers.add(from.control().begin("send", request(to)));
    }
    for (var answer : answers) check(answer.get(2, TimeUnit.MINUTES));
    return messages / ((System.nanoTime() - begin) / 1e9);
  }
}
