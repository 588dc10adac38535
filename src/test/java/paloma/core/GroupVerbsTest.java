package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static paloma.core.GroupDesks.awaitTexts;
import static paloma.core.GroupDesks.created;
import static paloma.core.GroupDesks.meet;
import static paloma.core.GroupDesks.members;
import static paloma.core.GroupDesks.texts;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

class GroupVerbsTest {
  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk bert;
  private Desk clara;
  private ConversationId id;

  @BeforeEach
  void threeShareAGroup() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    bert = rig.desk("Bert");
    clara = rig.desk("Clara");
    meet(anna, bert, clara);
    id = created(anna, bert, clara);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<String> shown(Desk desk) {
    return desk.messenger().messages(Query.latest(id, 100)).stream()
        .map(m -> m.id() + " " + m.body() + " " + facts(m))
        .toList();
  }

  private static String facts(Message m) {
    var f = m.facts();
    return f.recalled() + " " + (f.edited() != null) + f.reactions() + f.pinned();
  }

  private Message shown(Desk desk, Message message) {
    return desk.messenger().message(message.id()).orElseThrow();
  }

  @Test
  void verbsReachEverybodyInTheGroup() throws Exception {
    var said = anna.messenger().say(id, "at twelve?");
    awaitTexts(bert, id, "at twelve?");
    bert.messenger().verbs().react(said.id(), "👍", true);
    clara.await("said", () -> texts(clara, id).size() == 1);
    clara.messenger().verbs().pin(said.id(), true);
    anna.messenger().verbs().edit(said.id(), "at one?");
    for (var desk : List.of(anna, bert, clara)) {
      awaitTexts(desk, id, "at one?");
      desk.await("liked", () -> shown(desk, said).facts().reactions().containsKey("👍"));
      desk.await("pinned", () -> shown(desk, said).facts().pinned());
    }
    anna.messenger().verbs().recall(said.id());
    for (var desk : List.of(bert, clara)) {
      desk.await("taken back", () -> shown(desk, said).facts().recalled());
    }
  }

  @Test
  void whatIsDoneBehindACutIsUndoneAndOnlyWordsTakenBackStayAway() throws Exception {
    var kept = clara.messenger().say(id, "as agreed");
    var gone = clara.messenger().say(id, "a secret");
    awaitTexts(anna, id, "as agreed", "a secret");
    awaitTexts(bert, id, "as agreed", "a secret");
    rig.lan().cut(anna.id(), clara.id());
    rig.lan().cut(anna.id(), bert.id());
    anna.awaitMisses(bert);
    anna.messenger().groups().remove(id, clara.id());
    clara.messenger().verbs().edit(kept.id(), "never agreed");
    clara.messenger().verbs().react(kept.id(), "🎉", true);
    clara.messenger().verbs().recall(gone.id());
    bert.await("changed", () -> texts(bert, id).contains("never agreed"));
    bert.await("liked", () -> !shown(bert, kept).facts().reactions().isEmpty());
    bert.await("taken back", () -> shown(bert, gone).facts().recalled());
    rig.lan().mend(anna.id(), clara.id());
    rig.lan().mend(anna.id(), bert.id());
    bert.awaitNotice(
        Notice.MessageChanged.class,
        n -> n.message().id().equals(kept.id()) && n.message().facts().edited() == null);
    clara.await("out", () -> !members(clara, id).contains(clara.id()));
    anna.await("taken back", () -> shown(anna, gone).facts().recalled());
    assertThat(shown(bert, kept).facts()).isEqualTo(Message.Facts.NONE);
    assertThat(texts(bert, id)).contains("as agreed");
    anna.await("the same", () -> shown(anna).equals(shown(bert)));
  }
}
