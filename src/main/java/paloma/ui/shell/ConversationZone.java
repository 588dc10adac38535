package paloma.ui.shell;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.settings.Setting;
import paloma.ui.chats.ChatsViewModel;
import paloma.ui.conversation.ConversationView;
import paloma.ui.conversation.ConversationViewModel;
import paloma.ui.conversation.Errands;
import paloma.ui.conversation.Talk;
import paloma.ui.parts.Portraits;
import paloma.ui.wording.Wording;

/**
 * The part of the window that shows the open conversation. It remembers the last few, so that going
 * back and forth keeps what was loaded. JavaFX thread.
 */
public final class ConversationZone {
  /** Conversations kept with what they loaded: as many as somebody goes back and forth between. */
  private static final int KEPT = 6;

  private final Talk talk;
  private final ChatsViewModel chats;
  private final Executor fx;
  private final Executor lane;
  private final ZoneId zone;
  private final Wording wording;
  private final Errands errands;
  private final ObservableBooleanValue looking;
  private final ObservableValue<Boolean> enterSends;
  private final Supplier<ConversationId> notes;
  private final Supplier<List<String>> quick;
  private final StackPane pane = new StackPane();
  private final DetailsZone details;
  private final Map<ConversationId, ConversationViewModel> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Consumer<Message> forward;
  private final Function<DeviceId, String> names;

  /** Words are kept when the typing pauses: a killed program forgets the last second. */
  private final PauseTransition keep = new PauseTransition(Duration.seconds(1));

  private ConversationView view;
  private Runnable back;

  public ConversationZone(
      Talk talk,
      ShellViewModel shell,
      Executor fx,
      Executor lane,
      ZoneId zone,
      Wording wording,
      Errands errands) {
    this.talk = talk;
    this.fx = fx;
    this.lane = lane;
    this.zone = zone;
    this.wording = wording;
    this.errands = errands;
    forward = shell.share()::forward;
    names = shell::called;
    chats = shell.chats();
    details = new DetailsZone(pane, shell, wording);
    enterSends = shell.preferences().value(Setting.ENTER_SENDS);
    looking = shell.inView();
    notes = shell::notes;
    quick = () -> shell.preferences().quickReplies(wording.say("window.quick.presets"));
    looking.addListener((Observable _) -> seen());
  }

  Node node() {
    return details;
  }

  /** Shows a conversation; null for none. */
  void show(ConversationId id) {
    if (id == null) {
      view = null;
      details.show(null);
      pane.getChildren().clear();
      return;
    }
    if (view != null && view.model().id().equals(id)) return;
    if (view != null) chats.keepDraft(view.model().id());
    view = new ConversationView(model(id), wording, zone, names, errands);
    view.setBack(back);
    view.setQuickReplies(quick);
    view.setForward(forward);
    view.start();
    if (id.equals(notes.get())) view.showNotes();
    pane.getChildren().setAll(view);
    details.show(view);
    seen();
  }

  private ConversationViewModel model(ConversationId id) {
    var known = kept.get(id);
    if (known != null) return known;
    var model = new ConversationViewModel(talk, id, fx, lane, zone);
    model.writing().draft().set(chats.draft(id));
    model
        .writing()
        .draft()
        .addListener((_, _, text) -> {
          chats.draft(id, text);
          keep.setOnFinished(_ -> chats.keepDraft(id));
          keep.playFromStart();
        });
    model.rows().addListener((Observable _) -> seen());
    model.atEndProperty().addListener(_ -> seen());
    model.writing().enterSends().bind(enterSends);
    model.open();
    kept.put(id, model);
    if (kept.size() > KEPT) kept.remove(kept.keySet().iterator().next());
    return model;
  }

  public void hear(Notice notice) {
    kept.values().forEach(model -> model.hear(notice));
    if (notice instanceof Notice.PeerChanged changed)
      Portraits.news(changed.peer().profile().avatar());
  }

  /** What stands at the end was read, if somebody looks at it. */
  private void seen() {
    if (view != null && looking.get() && view.model().atEndProperty().get()) view.model().seen();
  }

  /** Goes to a message of the open conversation. */
  void jump(paloma.model.MessageId message) {
    if (view != null) view.model().jump(message);
  }

  /** Searches the open conversation; false when there is none. */
  boolean find() {
    if (view == null) return false;
    view.find();
    return true;
  }

  /** Puts the caret into the composer. */
  void write() {
    if (view != null) view.write();
  }

  /** In one column the header has a way back; null takes it away. */
  void back(Runnable action) {
    back = action;
    if (view != null) view.setBack(action);
  }

  /** The open conversation's view; null for none. */
  public ConversationView view() {
    return view;
  }
}
