package paloma.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paloma.model.MalformedException;
import paloma.model.Manifest;

/** The layout of {@code src/docs/protocol.md}, byte for byte. */
final class FrameBytesTest {

  @ParameterizedTest
  @EnumSource(FrameType.class)
  void everyFrameIsWrittenAsItAlwaysWas(FrameType type) throws IOException {
    var bytes = SampleFrames.encoded(SampleFrames.ALL.get(type));
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(golden(type));
  }

  @ParameterizedTest
  @EnumSource(FrameType.class)
  void everyFrameIsReadAsItWasWritten(FrameType type) throws IOException {
    var reader = reader(HexFormat.of().parseHex(golden(type)));
    assertThat(reader.read())
        .usingRecursiveComparison()
        .withEqualsForType(ByteBuffer::equals, ByteBuffer.class)
        .isEqualTo(SampleFrames.ALL.get(type));
    assertThatThrownBy(reader::read).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @EnumSource(FrameType.class)
  void aFrameThatIsCutShortIsNoFrame(FrameType type) {
    var whole = SampleFrames.encoded(SampleFrames.ALL.get(type));
    for (int length = 0; length < whole.length; length++) {
      var part = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reader(part).read()).isInstanceOf(EOFException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(FrameType.class)
  void aFrameAboveTheLimitOfItsTypeIsRefusedByItsHead(FrameType type) {
    var head = ByteBuffer.allocate(8).putInt(head(type)).putInt(type.limit + 1).array();
    assertThatThrownBy(() -> reader(head).read()).isInstanceOf(MalformedException.class);
  }

  @Test
  void aTypeOfALaterVersionIsSkipped() throws IOException {
    var pong = SampleFrames.encoded(new Frame.Pong(3));
    var bytes =
        ByteBuffer.allocate(8 + 5 + pong.length).putInt(0x504c01f0).putInt(5).put(new byte[5]);
    var reader = reader(bytes.put(pong).array());
    assertThat(reader.read()).isEqualTo(new Frame.Unknown(0xf0));
    assertThat(reader.read()).isEqualTo(new Frame.Pong(3));
  }

  @Test
  void beforeTheHelloNothingElseIsTakenIn() {
    var head = ByteBuffer.allocate(8).putInt(head(FrameType.CHUNK)).putInt(Manifest.CHUNK).array();
    // Were its bytes awaited, this would be an EOFException.
    assertThatThrownBy(() -> reader(head).read(Frame.Hello.class))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aWholeChunkAndTheLongestPageFit() throws IOException {
    var chunk = SampleFrames.ALL.get(FrameType.CHUNK);
    var offer = ((Frame.Chunk) chunk).offer();
    var large = new Frame.Chunk(offer, 1, ByteBuffer.wrap(new byte[Manifest.CHUNK]));
    var read = reader(SampleFrames.encoded(large)).read(Frame.Chunk.class);
    assertThat(read.bytes().remaining()).isEqualTo(Manifest.CHUNK);
  }

  private static int head(FrameType type) {
    return (FrameReader.MAGIC << 16) | (FrameReader.VERSION << 8) | type.code;
  }

  private static FrameReader reader(byte[] bytes) {
    return new FrameReader(new ByteArrayInputStream(bytes));
  }

  private static String golden(FrameType type) throws IOException {
    var name = type.name().toLowerCase(Locale.ROOT) + ".hex";
    try (var in = FrameBytesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
          .replaceAll("\\s", "");
    }
  }
}
