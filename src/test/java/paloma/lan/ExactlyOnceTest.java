package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people talk at once while their programs are killed again and again. */
@RealHosts
final class ExactlyOnceTest {
  private static final int MESSAGES = Whole.RUN ? 10_000 : 400;
  private static final int KILLS = Whole.RUN ? 50 : 4;
  private static final Duration PATIENCE = Duration.ofMinutes(Whole.RUN ? 30 : 3);

  private final Lan lan = new Lan();

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void everyMessageComesOnceAndInOrderWhateverIsKilled() throws Exception {
    long seed = Long.getLong("paloma.seed", System.nanoTime());
    System.out.println("-Dpaloma.seed=" + seed);
    var random = new SplittableRandom(seed);
    var anna = lan.host().person("Anna").start();
    var bert = lan.host().person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    bert.awaitPresent(anna, 0, PATIENCE);

    var annas = new Speaker(anna, bert, MESSAGES);
    var berts = new Speaker(bert, anna, MESSAGES);
    var speaking = List.of(annas.start(), berts.start());
    for (int kill = 1; kill <= KILLS; kill++) {
      var victim = random.nextBoolean() ? annas : berts;
      victim.awaitSaid(kill * MESSAGES / (KILLS + 1) + random.nextInt(5), PATIENCE);
      victim.killAndStartAgain();
    }
    for (CompletableFuture<?> speaker : speaking) {
      speaker.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }
    Talk.sayAndAwaitDelivery(anna, bert, "the end");
    Talk.sayAndAwaitDelivery(bert, anna, "the end");

    var all = Speaker.texts(MESSAGES);
    all.add("the end");
    for (var author : List.of(anna, bert)) {
      assertThat(Talk.said(anna, bert, author, 3 * MESSAGES)).isEqualTo(all);
      assertThat(Talk.said(bert, anna, author, 3 * MESSAGES)).isEqualTo(all);
    }
    assertThat(IntStream.of(annas.kills(), berts.kills()).sum()).isEqualTo(KILLS);
  }
}
