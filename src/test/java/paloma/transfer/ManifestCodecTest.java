package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.Manifest;

class ManifestCodecTest {
  private static final Manifest TREE =
      new Manifest(
          List.of(
              new Manifest.Entry(List.of("top"), true, 0, 1),
              new Manifest.Entry(List.of("top", "日报"), true, 0, -5),
              new Manifest.Entry(List.of("top", "日报", "a"), false, 3L << 40, 2),
              new Manifest.Entry(List.of("top", "empty"), false, 0, 3),
              new Manifest.Entry(List.of("other"), false, 1, 4)));

  @Test
  void whatIsEncodedIsDecoded() throws MalformedException {
    assertThat(ManifestCodec.decode(ManifestCodec.encode(TREE))).isEqualTo(TREE);
  }

  @Test
  void chunksAreNumberedThroughTheWholeOffer() {
    int mib = Manifest.CHUNK;
    var map =
        new ChunkMap(
            new Manifest(
                List.of(
                    new Manifest.Entry(List.of("d"), true, 0, 0),
                    new Manifest.Entry(List.of("a"), false, 2L * mib + 1, 0),
                    new Manifest.Entry(List.of("empty"), false, 0, 0),
                    new Manifest.Entry(List.of("b"), false, mib, 0))));
    assertThat(map.chunks()).isEqualTo(4);
    assertThat(map.place(0)).isEqualTo(new ChunkMap.Place(1, 0, mib, false));
    assertThat(map.place(2)).isEqualTo(new ChunkMap.Place(1, 2L * mib, 1, true));
    assertThat(map.place(3)).isEqualTo(new ChunkMap.Place(3, 0, mib, true));
    assertThat(map.bytesBefore(3)).isEqualTo(2L * mib + 1);
    assertThat(map.bytesBefore(4)).isEqualTo(3L * mib + 1);
    assertThatThrownBy(() -> map.place(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static CanonicalWriter begin(int entries) {
    return new CanonicalWriter().u8(1).i32(entries);
  }

  private static CanonicalWriter entry(
      CanonicalWriter out, int parent, int folder, long size, String name) {
    return out.i32(parent).u8(folder).i64(size).i64(0).text(name);
  }

  private static void refused(CanonicalWriter bytes, String why) {
    assertThatThrownBy(() -> ManifestCodec.decode(bytes.bytes()))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNoTreeWithinTheLimitsIsRefused() {
    refused(new CanonicalWriter().u8(2).i32(1), "version");
    refused(begin(0), "number of entries");
    refused(begin(100_001), "number of entries");
    refused(begin(100_000), "fewer entries");
    refused(entry(begin(1), 0, 0, 1, "own parent"), "folder of an entry");
    refused(entry(begin(1), -2, 0, 1, "below the top"), "folder of an entry");
    refused(entry(entry(begin(2), -1, 0, 1, "a"), 0, 0, 1, "b"), "inside a file");
    refused(entry(entry(begin(2), -1, 0, 1, "a"), -1, 1, 0, "a"), "twice");
    refused(entry(begin(1), -1, 1, 1, "a folder with bytes"), "out of range");
    refused(entry(begin(1), -1, 0, -1, "less than nothing"), "out of range");
    refused(entry(begin(1), -1, 0, Long.MAX_VALUE, "too much"), "out of range");
    refused(entry(begin(1), -1, 0, 1L << 56, "too many"), "out of range");
    refused(entry(begin(1), -1, 0, 1L << 45, "a whole year").u8(0), "trailing");
    var huge = begin(40);
    for (int i = 0; i < 40; i++) entry(huge, -1, 0, 1L << 46, "huge" + i);
    refused(huge, "too many chunks");
    refused(entry(begin(1), -1, 2, 0, "neither"), "kind");
    refused(entry(entry(begin(2), -1, 0, 0, "long enough"), -1, 0, 0, ""), "without a name");
    refused(entry(begin(1), -1, 0, 0, "x".repeat(1025)), "too long");
    var deep = begin(33);
    for (int i = 0; i < 33; i++) entry(deep, i - 1, 1, 0, "d");
    refused(deep, "too deep");
  }

  @Test
  void changedBytesAreRefusedOrMeanAnotherManifest() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var bytes = ManifestCodec.encode(TREE);
    for (int i = 0; i < 10_000; i++) {
      var hostile = bytes.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
      }
      try {
        var decoded = ManifestCodec.decode(hostile);
        assertThat(ManifestCodec.encode(decoded)).as("seed %s", seed).isEqualTo(hostile);
      } catch (MalformedException e) {
        assertThat(e).hasMessageMatching(".+");
      }
    }
  }
}
