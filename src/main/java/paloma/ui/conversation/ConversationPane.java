package paloma.ui.conversation;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.ui.shell.ConversationZone;
import paloma.ui.wording.Wording;

/**
 * The zone of the window in which one conversation after the other is shown. Drafts stay while the
 * program runs; of the rest only the open conversation is kept. JavaFX thread.
 */
public final class ConversationPane implements ConversationZone {
  private final Talk talk;
  private final Wording words;
  private final ZoneId zone;
  private final Executor front;
  private final Executor lane;
  private final Errands errands;
  private final StackPane node = new StackPane();
  private final Map<ConversationId, String> drafts = new HashMap<>();
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private ConversationView view;
  private Runnable back;

  /**
   * An empty zone.
   *
   * @param front the JavaFX thread
   * @param lane where the core is asked, one request after the other
   */
  public ConversationPane(
      Talk talk, Wording words, ZoneId zone, Executor front, Executor lane, Errands errands) {
    this.talk = talk;
    this.words = words;
    this.zone = zone;
    this.front = front;
    this.lane = lane;
    this.errands = errands;
    looking.addListener(_ -> seen());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(ConversationId id) {
    if (view != null) {
      var old = view.model();
      if (old.id().equals(id)) return;
      drafts.put(old.id(), old.draftProperty().get());
      view = null;
    }
    node.getChildren().clear();
    if (id == null) return;
    var model = new ConversationViewModel(talk, id, front, lane, zone);
    model.draftProperty().set(drafts.getOrDefault(id, ""));
    view = new ConversationView(model, words, zone, this::name, errands);
    view.setBack(back);
    view.start();
    node.getChildren().setAll(view);
    model.rows().addListener((ListChangeListener<Row>) _ -> seen());
    model.atEndProperty().addListener(_ -> seen());
    model.open();
  }

  @Override
  public void write() {
    if (view != null) view.write();
  }

  @Override
  public void back(Runnable action) {
    back = action;
    if (view != null) view.setBack(action);
  }

  /** Every notice of the core, on this thread. */
  public void hear(Notice notice) {
    if (view != null) view.model().hear(notice);
  }

  /** Whether somebody can see the window: only then is what arrives read. */
  public BooleanProperty looking() {
    return looking;
  }

  private void seen() {
    if (view != null && looking.get() && view.model().atEndProperty().get()) view.model().seen();
  }

  private String name(DeviceId id) {
    var peer = view == null ? null : view.model().peerProperty().get();
    return peer != null && peer.id().equals(id)
        ? peer.name()
        : talk.peer(id).map(Peer::name).orElse(id.shortText());
  }
}
