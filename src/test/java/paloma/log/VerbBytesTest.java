package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;

/** The bytes of verbs are hashed and signed by their authors: they must not change. */
class VerbBytesTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 2, 3, 4));
  private static final DeviceId JONAS = new DeviceId(new Hash(5, 6, 7, 8));
  private static final MessageId ID = new MessageId(0x1122334455667788L, 0x99aabbccddeeff00L);
  private static final MessageId TARGET = new MessageId(1, 2);
  private static final Mentions BOTH = new Mentions(List.of(ANNA, JONAS), false);

  private static final Map<String, VerbBody> ALL =
      Map.of(
          "rich-text", new VerbBody.RichText(ID, "@小雯 ja 🎉", TARGET, BOTH, "小雯"),
          "rich-text-plain",
              new VerbBody.RichText(ID, "an alle", null, new Mentions(List.of(), true), ""),
          "edit", new VerbBody.Edit(ID, TARGET, "neu", Mentions.NOBODY),
          "recall", new VerbBody.Recall(ID, TARGET),
          "reaction", new VerbBody.Reaction(ID, TARGET, "👍🏽", true),
          "pin", new VerbBody.Pin(ID, TARGET, false),
          "reminder", new VerbBody.Reminder(ID, TARGET));

  private static byte[] golden(String name) throws IOException {
    try (var in = VerbBytesTest.class.getResourceAsStream(name + ".hex")) {
      var hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
      return HexFormat.of().parseHex(hex);
    }
  }

  @Test
  void theBytesAreWhatTheyWere() throws IOException {
    for (var each : ALL.entrySet()) {
      assertThat(BodyCodec.encode(each.getValue()))
          .as(each.getKey())
          .isEqualTo(golden(each.getKey()));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    for (var each : ALL.entrySet()) {
      int kind = BodyCodec.kind(each.getValue());
      assertThat(BodyCodec.decode(kind, golden(each.getKey()))).isEqualTo(each.getValue());
    }
  }

  @Test
  void theLongestTextThatCallsAsManyAsItCanFitsAnEvent() {
    var many = java.util.Collections.nCopies(VerbBody.MOST_MENTIONS, ANNA);
    var name = "x".repeat(VerbBody.MAX_NAME);
    var mentions = new Mentions(many, true);
    var text = "x".repeat(Body.MAX_TEXT);
    assertThat(BodyCodec.encode(new VerbBody.RichText(ID, text, TARGET, mentions, name)))
        .hasSizeLessThanOrEqualTo(Body.MAX_BYTES);
    assertThat(BodyCodec.encode(new VerbBody.Edit(ID, TARGET, text, mentions)))
        .hasSizeLessThanOrEqualTo(Body.MAX_BYTES);
  }

  @Test
  void aReactionIsOneSignAndTurnsNoText() {
    for (var emoji : List.of("👍", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "+1", "赞")) {
      assertThat(VerbBody.Reaction.allows(emoji)).as(emoji).isTrue();
    }
    for (var text : List.of("", " ", "a b", "a\nb", "\u202e", "\ud83d", "x".repeat(33))) {
      assertThat(VerbBody.Reaction.allows(text)).as(text).isFalse();
      var bytes = BodyCodec.encode(new VerbBody.Reaction(ID, TARGET, text, true));
      if (text.equals("\ud83d")) continue; // It is written as U+FFFD, a sign like others.
      assertThatThrownBy(() -> BodyCodec.decode(VerbBody.REACTION, bytes))
          .isInstanceOf(MalformedException.class);
    }
  }

  /** Two encodings of one value must not exist, whatever a peer makes of the bytes. */
  @Test
  void whateverDecodesEncodesToTheSameBytes() throws IOException {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new SplittableRandom(seed);
    var names = List.copyOf(ALL.keySet());
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      var name = names.get(random.nextInt(names.size()));
      var bytes = mutated(golden(name), random);
      try {
        var body = BodyCodec.decode(BodyCodec.kind(ALL.get(name)), bytes);
        if (body instanceof Body.Unknown) continue;
        assertThat(BodyCodec.encode(body)).as("seed %d", seed).isEqualTo(bytes);
        read++;
      } catch (MalformedException e) {
        // What is refused needs no encoding.
      }
    }
    assertThat(read).as("some mutations must be readable, or nothing was tried").isPositive();
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 3)) : bytes;
  }
}
