package paloma.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import paloma.model.Group;
import paloma.model.Peer;
import paloma.ui.conversation.ConversationView;
import paloma.ui.group.GroupDetails;
import paloma.ui.group.GroupPane;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Question;
import paloma.ui.wording.Wording;

/**
 * A conversation and, while somebody wants them, its details: beside it, or in its place where
 * there is no room for both.
 */
final class DetailsZone extends HBox {
  /** Less would leave the conversation narrower than a telephone. */
  private static final double BOTH = 640;

  private final Node talk;
  private final ShellViewModel shell;
  private final Wording wording;
  private ConversationView view;
  private ToggleButton button;
  private GroupPane pane;
  private Subscription following = Subscription.EMPTY;
  private boolean wanted;

  DetailsZone(Node talk, ShellViewModel shell, Wording wording) {
    this.talk = talk;
    this.shell = shell;
    this.wording = wording;
    HBox.setHgrow(talk, Priority.ALWAYS);
    getChildren().setAll(talk);
    widthProperty().map(width -> width.doubleValue() >= BOTH).subscribe(_ -> arrange());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Another conversation is open; null for none. */
  void show(ConversationView another) {
    close(wanted);
    view = another;
    if (view == null) return;
    button = Buttons.toggle("panel_right", wording.say("group.details"));
    button.setOnAction(_ -> toggle());
    view.headerTools().getChildren().add(button);
    following = view.model().party().group().subscribe(this::is);
  }

  /** A conversation of two has nothing here yet. */
  private void is(Group group) {
    button.setVisible(group != null);
    button.setManaged(group != null);
    if (group != null && wanted && pane == null && getWidth() >= BOTH) open();
  }

  private void toggle() {
    wanted = button.isSelected();
    if (!wanted) {
      close();
    } else {
      open();
      pane.requestFocus();
    }
  }

  private void open() {
    var details =
        new GroupDetails(
            shell.groups(), view.model().party(), shell::called, shell.fx(), shell.lane());
    pane = new GroupPane(details, wording, new Outlet());
    following = following.and(pane.start());
    button.setSelected(true);
    arrange();
  }

  /** Takes the details away, and the keyboard back to who writes. */
  void close() {
    boolean focused = pane != null && view != null;
    close(false);
    if (view != null) {
      button.setSelected(false);
      following = view.model().party().group().subscribe(this::is);
    }
    if (focused) view.write();
  }

  private void close(boolean still) {
    wanted = still;
    following.unsubscribe();
    following = Subscription.EMPTY;
    pane = null;
    arrange();
  }

  private void arrange() {
    if (pane == null) getChildren().setAll(talk);
    else if (getWidth() >= BOTH) getChildren().setAll(talk, pane);
    else getChildren().setAll(pane);
    if (pane != null) HBox.setHgrow(pane, getWidth() >= BOTH ? Priority.NEVER : Priority.ALWAYS);
  }

  private void key(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || pane == null) return;
    close();
    event.consume();
  }

  /** What the pane wants of the window. */
  private final class Outlet implements GroupPane.Outlet {
    @Override
    public void ask(Question question) {
      shell.question().set(question);
    }

    @Override
    public void add(Group group) {
      shell.gathering().add(group);
    }

    @Override
    public void message(Peer peer) {
      shell.people().converse(peer.id(), shell::open);
    }

    @Override
    public void close() {
      DetailsZone.this.close();
    }
  }
}
