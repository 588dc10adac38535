package paloma.ui.conversation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Trust;

/**
 * What somebody is about to say: words, files, which message they answer or change, whether they
 * are sealed. Belongs to the front-end's thread.
 */
public final class Writing {
  /** What becomes of the words when they are sent. */
  sealed interface Aim {
    /** A message of its own. */
    record New() implements Aim {}

    /** Of its own, in an envelope: it neither answers nor changes anything. */
    record Sealed() implements Aim {}

    record Reply(Message to) implements Aim {}

    /**
     * @param before what was being written when the change began
     */
    record Edit(Message message, String before) implements Aim {}
  }

  /** All that is sent at once. */
  record Parcelled(String text, List<Path> files, Aim aim) {}

  private static final Aim NEW = new Aim.New();
  private static final Aim SEALED = new Aim.Sealed();

  private final StringProperty draft = new SimpleStringProperty("");
  private final ObservableList<Path> attachments = FXCollections.observableArrayList();
  private final ObjectProperty<Aim> aim = new SimpleObjectProperty<>(NEW);
  private final BooleanProperty enterSends = new SimpleBooleanProperty(true);
  private final Map<String, DeviceId> picked = new HashMap<>();
  private final BooleanProperty gone = new SimpleBooleanProperty();
  private final BooleanBinding stopped;
  private final BooleanBinding sendable;

  /**
   * @param peer the other person of a one-to-one; null in a group
   */
  Writing(ObservableValue<Peer> peer) {
    stopped = Bindings.createBooleanBinding(() -> gone.get() || stops(peer.getValue()), peer, gone);
    sendable =
        Bindings.createBooleanBinding(
            () -> !stopped.get() && !(draft.get().isBlank() && attachments.isEmpty()),
            draft,
            attachments,
            stopped);
  }

  /** Takes everything out to be sent; empty when there is nothing to send. */
  Optional<Parcelled> take() {
    if (!sendable.get()) return Optional.empty();
    var taken = new Parcelled(draft.get().strip(), List.copyOf(attachments), aim.get());
    attachments.clear();
    picked.clear();
    draft.set(taken.aim instanceof Aim.Edit edit ? edit.before : "");
    // Files went alone: the words that are to be sealed are still to come.
    aim.set(sealed() && taken.text.isEmpty() ? SEALED : NEW);
    return Optional.of(taken);
  }

  /** What was taken could not be said: the words come back unless others were begun. */
  void putBack(Parcelled taken) {
    if (!draft.get().isEmpty()) return;
    draft.set(taken.text);
    aim.set(taken.aim);
  }

  /** The next words answer this message. */
  void reply(Message to) {
    leave();
    aim.set(new Aim.Reply(to));
  }

  /** The next words go in an envelope, or in none. */
  void seal(boolean on) {
    if (on == sealed()) return;
    leave();
    if (on) aim.set(SEALED);
  }

  boolean sealed() {
    return aim.get() instanceof Aim.Sealed;
  }

  /** The words of this message are changed. */
  void edit(Message message) {
    if (!(message.body() instanceof Body.Text text)) return;
    leave();
    aim.set(new Aim.Edit(message, draft.get()));
    draft.set(text.text());
  }

  /** Neither answers nor changes anything; what was written before a change comes back. */
  void leave() {
    if (aim.get() instanceof Aim.Edit edit) draft.set(edit.before);
    aim.set(NEW);
  }

  /** Whether the words are more than a message of its own. */
  boolean aimed() {
    return !aim.get().equals(NEW);
  }

  ReadOnlyObjectProperty<Aim> aim() {
    return aim;
  }

  public StringProperty draft() {
    return draft;
  }

  public ObservableList<Path> attachments() {
    return attachments;
  }

  /** Whether Enter alone sends; Ctrl+Enter always does. */
  public BooleanProperty enterSends() {
    return enterSends;
  }

  public BooleanBinding sendable() {
    return sendable;
  }

  /** Whom a name means that was picked: several people may have it. */
  Map<String, DeviceId> picked() {
    return picked;
  }

  /** Whether it is a group that we are not in any more. */
  BooleanProperty gone() {
    return gone;
  }

  /** Sending is stopped: by the trust in the other person, or because we are not in the group. */
  public BooleanBinding stopped() {
    return stopped;
  }

  private static boolean stops(Peer peer) {
    return peer != null && (peer.trust() == Trust.CHANGED || peer.trust() == Trust.BLOCKED);
  }
}
