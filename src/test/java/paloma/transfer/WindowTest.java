package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paloma.model.MalformedException;
import paloma.model.Manifest;

class WindowTest {
  private static ChunkMap files(long... sizes) {
    var entries = new ArrayList<Manifest.Entry>();
    for (long size : sizes) {
      entries.add(new Manifest.Entry(List.of("f" + entries.size()), false, size, 0));
    }
    return new ChunkMap(new Manifest(entries));
  }

  @Test
  void neverMoreIsOpenThanAKillMayCostAndAllComesOnce() throws MalformedException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var sizes = random.longs(1 + random.nextInt(40), 0, 3L << 20).toArray();
      var map = files(sizes);
      var have = new BitSet();
      for (int i = 0; i < map.chunks(); i++) if (random.nextInt(3) == 0) have.set(i);
      var missing = (BitSet) have.clone();
      missing.flip(0, map.chunks());
      var window = new Window(map, have);
      var got = new BitSet();
      long open = 0;
      long unsettled = 0;
      while (!window.complete()) {
        for (var range = window.ask(); range.isPresent(); range = window.ask()) {
          for (int i = 0; i < range.get().count(); i++) open += map.length(range.get().first() + i);
        }
        assertThat(open).as("seed %s", seed).isLessThanOrEqualTo(Window.MOST_BYTES);
        int chunk = window.expected();
        if (chunk >= 0) {
          window.arrived(chunk);
          assertThat(got.get(chunk)).isFalse();
          got.set(chunk);
          unsettled += map.length(chunk);
        }
        if (chunk < 0 || random.nextInt(4) == 0) {
          window.settled(unsettled);
          open -= unsettled;
          unsettled = 0;
        }
      }
      assertThat(got).as("seed %s", seed).isEqualTo(missing);
    }
  }

  @Test
  void manySmallFilesAreOneRequest() {
    var sizes = new long[1000];
    java.util.Arrays.fill(sizes, 4096);
    var window = new Window(files(sizes), new BitSet());
    assertThat(window.ask()).contains(new Window.Range(0, 1000));
    assertThat(window.ask()).isEmpty();
  }

  @Test
  void aChunkOutOfTurnIsRefused() {
    var window = new Window(files(5L << 20), new BitSet());
    assertThat(window.ask()).contains(new Window.Range(0, 4));
    assertThatThrownBy(() -> window.arrived(1)).isInstanceOf(MalformedException.class);
  }

  @Test
  void aRateIsTheMeanOfThreeSecondsAndNoticesComeFourTimesASecond() {
    var pace = new Pace();
    int notices = 0;
    for (int millis = 0; millis < 10_000; millis += 10) {
      long done = millis < 5_000 ? millis * 1_000L : 5_000_000 + (millis - 5_000) * 3_000L;
      if (pace.due(millis * 1_000_000L, done)) notices++;
    }
    assertThat(notices).isEqualTo(40);
    assertThat(pace.rate()).isEqualTo(3_000_000);
  }
}
