package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PalomaLinkTest {
  private static final String ID = DeviceId.ofKey(new byte[] {1, 2, 3}).text();

  private static Optional<PalomaLink> parse(String text) {
    return PalomaLink.parse(text);
  }

  @Test
  void aConversationIsNamedByAnIdOrItsBeginning() {
    assertThat(parse("paloma:chat/" + ID)).contains(new PalomaLink.Chat(ID));
    assertThat(parse("Paloma:chat/abc-def")).contains(new PalomaLink.Chat("abc-def"));
    assertThat(parse("paloma:chat/%41bcdef")).contains(new PalomaLink.Chat("Abcdef"));
  }

  @Test
  void anAddressIsAHostAndMayHaveAPort() {
    assertThat(parse("paloma:add/anna-pc.office.example"))
        .contains(new PalomaLink.Add("anna-pc.office.example", OptionalInt.empty()));
    assertThat(parse("paloma:add/10.0.0.7:24251"))
        .contains(new PalomaLink.Add("10.0.0.7", OptionalInt.of(24251)));
    assertThat(parse("paloma:add/[fe80::1]:1024"))
        .contains(new PalomaLink.Add("fe80::1", OptionalInt.of(1024)));
    assertThat(parse("paloma:add/%5Bfe80::1%5D"))
        .contains(new PalomaLink.Add("fe80::1", OptionalInt.empty()));
  }

  @Test
  void everythingElseIsRefused() {
    for (var wrong :
        new String[] {
          "",
          "paloma",
          "paloma:",
          "paloma:/",
          "paloma://chat/abcdefgh",
          "palomachat/abcdefgh",
          "https:chat/abcdefgh",
          "paloma:stop",
          "paloma:send/abcdefgh",
          "paloma:Chat/abcdefgh",
          "paloma:chat",
          "paloma:chat/",
          "paloma:chat/abc-de",
          "paloma:chat/------",
          "paloma:chat/abcdefgh/",
          "paloma:chat/abcdefgh?x=1",
          "paloma:chat/abcdefgh#x",
          "paloma:chat/../../x",
          "paloma:chat/小雯小雯小雯",
          "paloma:chat/abc def",
          "paloma:chat/abcdef\n",
          "paloma:chat/abcdef%0A",
          "paloma:chat/abcdef%00",
          "paloma:chat/abcdef%",
          "paloma:chat/abcdef%4",
          "paloma:chat/abcdef%4g",
          "paloma:chat/abcdef%+1",
          "paloma:chat/abcdef%C0%AF",
          "paloma:chat/abcdef%FF",
          "paloma:chat/%2541bcdef",
          "paloma:add/",
          "paloma:add/-x",
          "paloma:add/--port=1",
          "paloma:add/host:",
          "paloma:add/host:0",
          "paloma:add/host:22",
          "paloma:add/host:1023",
          "paloma:add/host:65536",
          "paloma:add/host:99999999999",
          "paloma:add/host:24250:24251",
          "paloma:add/fe80::1",
          "paloma:add/[]",
          "paloma:add/[host]",
          "paloma:add/[fe80::1",
          "paloma:add/[fe80::1]24250",
          "paloma:add/user@host",
          "paloma:add/host/path",
          "paloma:add/h%C3%B6st",
          "paloma:add/host%E2%80%AE",
          " paloma:chat/abcdefgh",
          "paloma:chat/abcdefgh "
        }) {
      assertThat(parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void itIsShortOrRefused() {
    assertThat(parse("paloma:add/" + "h".repeat(253))).isPresent();
    assertThat(parse("paloma:add/" + "h".repeat(254))).isEmpty();
    assertThat(parse("paloma:chat/" + "%41".repeat(200))).isEmpty();
    assertThat(parse("paloma:add/" + "%61".repeat(167)).isPresent()).isTrue();
    assertThat(parse("paloma:add/" + "%61".repeat(168))).isEmpty();
    assertThat(parse("paloma:" + "x".repeat(1_000_000))).isEmpty();
  }

  /** Much nonsense, each time a link that was bent a little. */
  @Test
  void whateverComesIsReadOrRefusedAndNeverMoreThanItSays() {
    var random = new Random(20261124);
    var letters = "paloma:chat/add%0123456789abcdefABCDEF[]:.-_~?#@\\ \u0000\n\u00e9\u202e\ud800";
    int read = 0;
    for (int round = 0; round < 200_000; round++) {
      var text = new StringBuilder(round % 2 == 0 ? "paloma:chat/abcdef7" : "paloma:add/h.o:24250");
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        if (random.nextBoolean()) text.setCharAt(at, letter);
        else text.insert(at, letter);
      }
      var link = parse(text.toString());
      if (link.isPresent()) read++;
      link.ifPresent(l -> assertThat(harmless(l)).as(text.toString()).isTrue());
    }
    assertThat(read).isBetween(1_000, 190_000);
  }

  private static boolean harmless(PalomaLink link) {
    return switch (link) {
      case PalomaLink.Chat chat -> chat.id().matches("[A-Za-z0-9-]{6,}");
      case PalomaLink.Add add ->
          add.host().matches("[A-Za-z0-9._:-]+")
              && !add.host().startsWith("-")
              && add.port().orElse(1024) >= 1024;
    };
  }

  @Test
  void aRefusedLinkIsShownShortAndCannotSteerATerminal() {
    assertThat(PalomaLink.shown("paloma:\u001b[2J\u202e" + "x".repeat(500)))
        .startsWith("paloma:?[2J?")
        .hasSizeLessThanOrEqualTo(81);
  }
}
