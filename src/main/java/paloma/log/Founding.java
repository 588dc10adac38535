package paloma.log;

import java.util.List;
import paloma.model.CanonicalReader;
import paloma.model.ConversationId;
import paloma.model.DeviceKey;
import paloma.model.GroupBody;
import paloma.model.LogId;
import paloma.model.MalformedException;

/** A group's first event as it was signed: who has it can check the group's id and everything. */
public record Founding(byte[] header, byte[] body, byte[] signature) {
  /** What it turned out to be. */
  public record Read(ConversationId group, Page page, List<DeviceKey> members) {}

  /** Whether it founds a group at all. */
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
   * @throws MalformedException when it founds no group
   */
  public Read read() throws MalformedException {
    var said = HeaderCodec.decode(header);
    CanonicalReader.check(said.kind() == GroupBody.CREATED && said.seq() == 1, "not a founding");
    if (!(BodyCodec.decode(said.kind(), body) instanceof GroupBody.Created created)) {
      throw new MalformedException("a founding of another version");
    }
    var founder = created.members().getFirst();
    CanonicalReader.check(founder.id().equals(said.author()), "founded by another");
    var id = ConversationId.ofGroup(said.author(), body);
    CanonicalReader.check(id.equals(said.conversation()), "id of a group");
    var log = new LogId(id, said.author(), said.epoch());
    var page = new Page(log, 1, List.of(new Page.Item(header, body, signature)));
    return new Read(id, page, created.members());
  }
}
