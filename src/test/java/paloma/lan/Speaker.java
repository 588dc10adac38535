package paloma.lan;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Says numbered messages one after the other. When its node is killed it waits for the next run and
 * looks into the history whether the last one was said: what {@code send} confirmed has to be
 * there.
 */
final class Speaker {
  private final Node node;
  private final Node to;
  private final int messages;
  private int confirmed;
  private int kills;
  private boolean down;

  Speaker(Node node, Node to, int messages) {
    this.node = node;
    this.to = to;
    this.messages = messages;
  }

  static List<String> texts(int messages) {
    return new ArrayList<>(IntStream.rangeClosed(1, messages).mapToObj(String::valueOf).toList());
  }

  CompletableFuture<Void> start() {
    var done = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name(node.name() + " speaks")
        .start(() -> {
          try {
            speak();
            done.complete(null);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private void speak() throws InterruptedException {
    boolean unsure = false;
    while (confirmed < messages) {
      try {
        if (unsure) lookWhatWasSaid();
        unsure = false;
        say(confirmed + 1);
      } catch (IOException e) {
        unsure = true;
        awaitNextRun();
      }
    }
  }

  private void lookWhatWasSaid() throws IOException, InterruptedException {
    var said = Talk.said(node.control(), to, node, 3 * messages).size();
    if (said < confirmed) {
      throw new AssertionError(confirmed + " were confirmed, " + said + " are there");
    }
    confirmed(said);
  }

  private void say(int number) throws IOException, InterruptedException {
    var fields = Map.of("conversation", to.id(), "text", String.valueOf(number));
    var answer = node.control().ask("send", fields);
    if (answer.exit() != 0) throw new AssertionError("send " + number + ": " + answer);
    confirmed(number);
  }

  private synchronized void confirmed(int number) {
    confirmed = number;
    notifyAll();
  }

  private synchronized void awaitNextRun() throws InterruptedException {
    int before = kills;
    while (down || (kills == before && !runs())) wait(1_000);
  }

  private boolean runs() {
    return ProcessHandle.of(node.pid()).isPresent();
  }

  synchronized void awaitSaid(int count, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (confirmed < Math.min(count, messages)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) throw new AssertionError(node.name() + " said only " + confirmed);
      wait(left);
    }
  }

  /** Returns when the next run has started. */
  void killAndStartAgain() throws InterruptedException {
    synchronized (this) {
      down = true;
    }
    node.kill();
    node.start();
    synchronized (this) {
      down = false;
      kills++;
      notifyAll();
    }
  }

  synchronized int kills() {
    return kills;
  }
}
