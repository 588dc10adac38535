package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.model.Board;
import paloma.model.BoardBody;
import paloma.model.BoardBody.Priority;
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.EventHeader;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.MessageId;

/** The bytes of announcements are hashed and signed by their authors: they must not change. */
class BoardBytesTest {
  private static final MessageId ID = new MessageId(0x1122334455667788L, 0x99aabbccddeeff00L);
  private static final MessageId TARGET = new MessageId(1, 2);
  private static final DeviceKey KEY = new DeviceKey(new Hash(1, 2, 3, 4));

  private static final Map<String, BoardBody> ALL =
      Map.of(
          "announced",
              new BoardBody.Announced(
                  ID, Priority.IMPORTANT, true, "子墨", "周四停电检修", "18:00 至 21:00"),
          "announced-plain",
              new BoardBody.Announced(ID, Priority.NORMAL, false, "Anna", "", "the lift is back"),
          "confirmed", new BoardBody.Confirmed(ID, TARGET),
          "board-opened", new BoardBody.Opened(ID, KEY, "市场部"));

  private static byte[] golden(String name) throws IOException {
    try (var in = BoardBytesTest.class.getResourceAsStream(name + ".hex")) {
      var hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
      return HexFormat.of().parseHex(hex);
    }
  }

  @Test
  void theBytesAreWhatTheyWere() throws IOException {
    for (var each : ALL.entrySet()) {
      assertThat(HexFormat.of().formatHex(BodyCodec.encode(each.getValue())))
          .as(each.getKey())
          .isEqualTo(HexFormat.of().formatHex(golden(each.getKey())));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    for (var each : ALL.entrySet()) {
      int kind = BodyCodec.kind(each.getValue());
      assertThat(BodyCodec.decode(kind, golden(each.getKey()))).isEqualTo(each.getValue());
    }
  }

  @Test
  void theLongestAnnouncementFitsAnEvent() {
    var longest =
        new BoardBody.Announced(
            ID,
            Priority.IMPORTANT,
            true,
            "x".repeat(BoardBody.MAX_NAME),
            "x".repeat(BoardBody.MAX_TITLE),
            "x".repeat(Body.MAX_TEXT));
    assertThat(BodyCodec.encode(longest).length).isLessThanOrEqualTo(Body.MAX_BYTES);
  }

  @Test
  void theIdOfABoardIsMadeOfItsAuthorAndDepartment() {
    var author = KEY.id();
    assertThat(Board.of(author, "").id().hash())
        .isEqualTo(Hash.inContext("paloma-board-v1", author.bytes(), new byte[0]));
    assertThat(Board.of(author, "  Sales  Ａsia ").id().hash())
        .isEqualTo(
            Hash.inContext("paloma-board-v1", author.bytes(), CanonicalWriter.utf8("sales asia")));
  }

  private static Founding opening(DeviceId author, DeviceKey key, String department, Board board) {
    var body = BodyCodec.encode(new BoardBody.Opened(ID, key, department));
    var header =
        new EventHeader(
            BoardBody.OPENED,
            board.id(),
            author,
            7,
            1,
            Hash.ZERO,
            List.of(),
            Hash.ZERO,
            1,
            0,
            Hash.sha256(body),
            body.length);
    return new Founding(HeaderCodec.encode(header), body, new byte[64]);
  }

  @Test
  void anOpeningTellsItsBoardAndTheKeyThatProvesIt() throws Exception {
    var board = Board.of(KEY.id(), "Sales");
    var read = opening(KEY.id(), KEY, "Sales", board).read();
    assertThat(read.board()).isEqualTo(board);
    assertThat(read.members()).containsExactly(KEY);
  }

  @Test
  void aBoardIsNotOpenedForAnotherOrUnderAnotherName() {
    var mallory = new DeviceKey(new Hash(9, 9, 9, 9));
    var board = Board.of(KEY.id(), "");
    for (var forged :
        List.of(
            opening(mallory.id(), mallory, "", board),
            opening(KEY.id(), mallory, "", board),
            opening(KEY.id(), KEY, "Sales", board))) {
      assertThatThrownBy(forged::read).isInstanceOf(MalformedException.class);
    }
  }
}
