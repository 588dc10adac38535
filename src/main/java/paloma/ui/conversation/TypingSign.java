package paloma.ui.conversation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;

/** That somebody is writing, both ways. Belongs to the front-end's thread. */
final class TypingSign {
  private final Talk talk;
  private final ConversationId id;
  private final ReadOnlyObjectWrapper<DeviceId> who = new ReadOnlyObjectWrapper<>();

  TypingSign(Talk talk, ConversationId id) {
    this.talk = talk;
    this.id = id;
  }

  /** Others learn that we write; the core says it now and then only. */
  void writes(String draft) {
    if (!draft.isBlank()) talk.typing(id);
  }

  void heard(Notice.Typing typing) {
    if (!typing.conversation().equals(id)) return;
    // Told again while it was shown: it begins anew.
    who.set(null);
    who.set(typing.peer());
  }

  /** They said it, or have written nothing for a while. */
  void ended() {
    who.set(null);
  }

  /** Who is writing; null for nobody. */
  ReadOnlyObjectProperty<DeviceId> who() {
    return who.getReadOnlyProperty();
  }
}
