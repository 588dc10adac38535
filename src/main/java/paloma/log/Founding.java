package paloma.log;

import java.util.List;
import paloma.model.Board;
import paloma.model.BoardBody;
import paloma.model.CanonicalReader;
import paloma.model.ConversationId;
import paloma.model.DeviceKey;
import paloma.model.EventHeader;
import paloma.model.GroupBody;
import paloma.model.MalformedException;

/**
 * The first event of a group or a board as it was signed: who has it can check the id and
 * everything else.
 */
public record Founding(byte[] header, byte[] body, byte[] signature) {
  /**
   * What it turned out to be.
   *
   * @param members those whom a group names, its founder first; the author of a board
   * @param board null for a group
   */
  public record Read(ConversationId id, Page page, List<DeviceKey> members, Board board) {}

  /** Whether it founds anything at all. */
  boolean holds() {
    try {
      return read() != null;
    } catch (MalformedException e) {
      return false;
    }
  }

  /**
   * Reads it; the signature is checked when the page is accepted.
   *
   * @throws MalformedException when it founds nothing
   */
  public Read read() throws MalformedException {
    var said = HeaderCodec.decode(header);
    boolean founds = said.kind() == GroupBody.CREATED || said.kind() == BoardBody.OPENED;
    CanonicalReader.check(founds && said.seq() == 1, "not a founding");
    return switch (BodyCodec.decode(said.kind(), body)) {
      case GroupBody.Created created -> {
        var id = ConversationId.ofGroup(said.author(), body);
        yield read(said, id, created.members(), null);
      }
      case BoardBody.Opened opened -> {
        var board = Board.of(said.author(), opened.department());
        yield read(said, board.id(), List.of(opened.key()), board);
      }
      default -> throw new MalformedException("a founding of another version");
    };
  }

  private Read read(EventHeader said, ConversationId id, List<DeviceKey> members, Board board)
      throws MalformedException {
    CanonicalReader.check(
        members.getFirst().id().equals(said.author()), "founded by another than its author");
    CanonicalReader.check(id.equals(said.conversation()), "id of what is founded");
    var page = new Page(said.log(), 1, List.of(new Page.Item(header, body, signature)));
    return new Read(id, page, members, board);
  }
}
