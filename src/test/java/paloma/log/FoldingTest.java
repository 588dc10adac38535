package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Message.Position;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;

class FoldingTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 0, 0, 0));
  private static final DeviceId BO = new DeviceId(new Hash(2, 0, 0, 0));
  private static final DeviceId CHEN = new DeviceId(new Hash(3, 0, 0, 0));
  private static final MessageId MESSAGE = new MessageId(7, 7);
  private static final MessageId ID = new MessageId(1, 1);

  private static Folding.Said said(long order, DeviceId by, VerbBody body) {
    return new Folding.Said(new Position(order, by, 1, order), Instant.ofEpochSecond(order), body);
  }

  private static VerbBody edit(String text) {
    return new VerbBody.Edit(ID, MESSAGE, text, Mentions.NOBODY);
  }

  private static VerbBody reaction(String emoji, boolean on) {
    return new VerbBody.Reaction(ID, MESSAGE, emoji, on);
  }

  private static String text(Folding.Folded folded) {
    return ((VerbBody.Edit) folded.newest().orElseThrow().body()).text();
  }

  @Test
  void theNewestEditByPlaceWinsAndTiesGoByAuthorEpochAndSeq() {
    var folded =
        Folding.fold(ANNA, true, List.of(said(9, ANNA, edit("9")), said(4, ANNA, edit("4"))));
    assertThat(text(folded)).isEqualTo("9");
    assertThat(folded.versions()).extracting(v -> v.at().order()).containsExactly(4L, 9L);

    var first = new Folding.Said(new Position(5, ANNA, 1, 8), Instant.EPOCH, edit("epoch 1"));
    var second = new Folding.Said(new Position(5, ANNA, 2, 1), Instant.EPOCH, edit("epoch 2"));
    assertThat(text(Folding.fold(ANNA, true, List.of(second, first)))).isEqualTo("epoch 2");
  }

  @Test
  void othersCanNeitherEditNorTakeBack() {
    var folded =
        Folding.fold(
            ANNA,
            true,
            List.of(said(2, BO, edit("forged")), said(3, BO, new VerbBody.Recall(ID, MESSAGE))));
    assertThat(folded.recalled()).isFalse();
    assertThat(folded.newest()).isEmpty();
  }

  @Test
  void whatIsNoWordsCannotBeEdited() {
    assertThat(Folding.fold(ANNA, false, List.of(said(2, ANNA, edit("x")))).newest()).isEmpty();
  }

  @Test
  void whatWasTakenBackStaysSoWhateverElseIsSaid() {
    var folded =
        Folding.fold(
            ANNA,
            true,
            List.of(
                said(3, ANNA, new VerbBody.Recall(ID, MESSAGE)),
                said(9, ANNA, edit("after")),
                said(1, BO, reaction("👍", true)),
                said(2, BO, new VerbBody.Pin(ID, MESSAGE, true))));
    assertThat(folded).isEqualTo(new Folding.Folded(true, List.of(), Map.of(), false));
  }

  @Test
  void reactionsAreOnePersonAndEmojiEachInTheOrderTheyWereGiven() {
    var folded =
        Folding.fold(
            ANNA,
            true,
            List.of(
                said(4, CHEN, reaction("👍", true)),
                said(2, BO, reaction("👍", true)),
                said(3, BO, reaction("👍", true)),
                said(1, ANNA, reaction("🎉", true)),
                said(5, CHEN, reaction("❤️", true)),
                said(6, CHEN, reaction("❤️", false))));
    assertThat(folded.reactions())
        .containsExactly(Map.entry("🎉", List.of(ANNA)), Map.entry("👍", List.of(BO, CHEN)));
  }

  @Test
  void nobodyCoversAMessageWithEmoji() {
    var wall = new ArrayList<Folding.Said>();
    for (int i = 0; i < 100; i++) wall.add(said(i + 1, BO, reaction("e" + i, true)));
    assertThat(Folding.fold(ANNA, true, wall).reactions()).hasSize(8);
  }

  /** Everybody shows the same, in whatever order the events came to them. */
  @Test
  void theOrderOfArrivalDoesNotMatter() {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      var events = events(random);
      var expected = Folding.fold(ANNA, true, events);
      for (int shuffle = 0; shuffle < 5; shuffle++) {
        var other = new ArrayList<>(events);
        Collections.shuffle(other, random);
        var folded = Folding.fold(ANNA, true, other);
        assertThat(folded).as("seed %d", seed).isEqualTo(expected);
        assertThat(List.copyOf(folded.reactions().keySet()))
            .as("seed %d", seed)
            .isEqualTo(List.copyOf(expected.reactions().keySet()));
      }
    }
  }

  private static List<Folding.Said> events(Random random) {
    var people = List.of(ANNA, BO, CHEN);
    var events = new ArrayList<Folding.Said>();
    int many = random.nextInt(20);
    for (int i = 0; i < many; i++) {
      var by = people.get(random.nextInt(3));
      // Few order keys, so that there are many ties; epoch and seq tell the events apart.
      var at = new Position(1 + random.nextInt(4), by, 1 + random.nextInt(2), i);
      VerbBody body =
          switch (random.nextInt(12)) {
            case 0, 1, 2 -> edit("text " + i);
            case 3 -> new VerbBody.Recall(ID, MESSAGE);
            case 4, 5 -> new VerbBody.Pin(ID, MESSAGE, random.nextBoolean());
            default -> reaction("e" + random.nextInt(12), random.nextInt(3) > 0);
          };
      events.add(new Folding.Said(at, Instant.ofEpochSecond(i), body));
    }
    return events;
  }
}
