package paloma.ui.conversation;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import paloma.model.MessageId;
import paloma.ui.wording.Wording;

/**
 * The rows of a conversation: only those in view exist as nodes, and it stands at its bottom unless
 * somebody scrolled away.
 */
final class TimelineView extends StackPane {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /** Rows from the top at which older ones are asked for. */
  private static final int NEAR_TOP = 20;

  /** How long the eye needs to find what it jumped to. */
  private static final Duration MARKED = Duration.seconds(2);

  /** Pixels below the view that still count as standing at the end. */
  private static final double NEAR_END = 12;

  /** Pixels by which the newest bubble keeps its distance from the composer. */
  private static final double BELOW = 12;

  /** Two are enough for rows of usual heights. */
  private static final int MOST_PASSES = 5;

  private final ConversationViewModel model;
  private final RowNodes nodes;
  private final Errands errands;
  private final ListView<Row> list;
  private final Set<RowCell> cells = new LinkedHashSet<>();
  private final FloatingDay floating;
  private final LatestButton latest;
  private VirtualFlow<?> flow;
  private boolean settling;
  // Which rows are in view is only known when the layout after a scroll is done.
  private final Runnable pulse = this::pulsed;
  private boolean scrolling;
  private boolean moved = true;
  private double height = Double.MAX_VALUE;
  // The flow moves by itself when it learns how high rows are; only people leave the end.
  private boolean byHand;
  // The first message in view before a change, and where its top was.
  private MessageId anchor;
  private double anchorTop;
  // The message that the next layout brings into view.
  private MessageId wanted;
  private final PauseTransition fading = new PauseTransition(MARKED);

  TimelineView(
      ConversationViewModel model,
      RowNodes nodes,
      MessageMenu menu,
      Errands errands,
      Wording words,
      DoubleProperty width) {
    this.model = model;
    this.nodes = nodes;
    this.errands = errands;
    list = new ListView<>(model.rows());
    list.getStyleClass().add("timeline");
    list.setAccessibleText(words.say("conversation.timeline"));
    list.setCellFactory(_ -> {
      var cell = new RowCell(nodes, menu, errands);
      cells.add(cell);
      return cell;
    });
    width.bind(list.widthProperty());
    latest = new LatestButton(model, words, this::toEnd);
    list.setManaged(false);
    floating = new FloatingDay(model.rows(), nodes, cells);
    getStyleClass().add("timeline-zone");
    getChildren().addAll(list, floating, latest);
  }

  void start() {
    sceneProperty()
        .subscribe((old, now) -> {
          if (old != null) old.removePostLayoutPulseListener(pulse);
          if (now != null) now.addPostLayoutPulseListener(pulse);
        });
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byHand = true);
    list.addEventFilter(ScrollEvent.ANY, _ -> byHand = true);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byHand = true);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> byHand = true);
    list.widthProperty()
        .addListener(_ -> {
          cells.forEach(RowCell::draw);
          settle();
        });
    heightProperty().addListener(_ -> settle());
    model.rows().addListener(this::changed);
    model.pages().foundProperty().subscribe(this::found);
    model.find().query().subscribe((_, _) -> cells.forEach(RowCell::draw));
    fading.setOnFinished(_ -> cells.forEach(cell -> cell.mark(null)));
  }

  private void found(MessageId id) {
    wanted = id;
    if (id == null) return;
    cells.forEach(cell -> cell.mark(id));
    fading.playFromStart();
    byHand = true;
    settle();
  }

  private void findFlow() {
    flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
    if (flow == null) return;
    flow.positionProperty().addListener(_ -> scrolling = true);
  }

  /**
   * Rows that come above what is in view must not push it away: remembers where it stood. Listens
   * before the cells do, which show the new rows at once.
   */
  private void changed(ListChangeListener.Change<? extends Row> change) {
    if (flow != null && anchor == null) {
      var last = flow.getLastVisibleCell();
      int to = last == null ? -1 : last.getIndex();
      // A day's pill may be gone afterwards; a message stays what it is.
      for (int i = firstInView(); i >= 0 && i <= to && anchor == null; i++) {
        if (flow.getCell(i).getItem() instanceof Row.Said said) {
          anchor = said.message().id();
          anchorTop = flow.getCell(i).getBoundsInParent().getMinY();
        }
      }
    }
    settle();
  }

  private int firstInView() {
    var first = flow.getFirstVisibleCell();
    return first == null ? -1 : first.getIndex();
  }

  private int index(MessageId id) {
    for (int i = 0; i < size(); i++) {
      if (model.rows().get(i) instanceof Row.Said said && said.message().id().equals(id)) return i;
    }
    return -1;
  }

  private void key(KeyEvent event) {
    if (COPY.match(event) && list.getFocusModel().getFocusedItem() instanceof Row.Said said) {
      errands.copy().accept(nodes.plain(said));
      event.consume();
    } else if (event.getCode() == KeyCode.END) {
      toEnd();
    }
  }

  /** Scrolls to the newest row and stays there. */
  void toEnd() {
    model.pages().latest();
    settle();
  }

  private void pulsed() {
    if (!scrolling) return;
    scrolling = false;
    scrolled();
  }

  private void scrolled() {
    if (settling || flow == null) return;
    var first = flow.getFirstVisibleCell();
    if (first == null) return;
    boolean last = standsAtEnd();
    boolean end = last && model.pages().newest();
    if (end || byHand) model.atEndProperty().set(end);
    if (first.getIndex() < NEAR_TOP) model.pages().older();
    if (size() - flow.getLastVisibleCell().getIndex() < NEAR_TOP) model.pages().newer();
    floating.show(flow, first.getIndex());
  }

  private boolean standsAtEnd() {
    var last = flow.getLastVisibleCell();
    return last != null
        && last.getIndex() == size() - 1
        && last.getBoundsInParent().getMaxY() <= flow.getHeight() + NEAR_END;
  }

  private int size() {
    return model.rows().size();
  }

  /** After the rows or the size changed: the next layout stands at the end again. */
  private void settle() {
    moved = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    place(moved ? inner() : Math.min(height, inner()));
    if (flow == null) findFlow();
    if (flow == null || !moved || settling) return;
    moved = false;
    settling = true;
    settleNow();
    settling = false;
    scrolled();
    // The day may be another one now, and its pill as wide as that.
    super.layoutChildren();
  }

  /** A short conversation stands at the bottom; a long one fills the zone and shows its end. */
  private void settleNow() {
    measure();
    double content = content();
    if (content < inner()) {
      place(content);
      measure();
      model.atEndProperty().set(true);
    } else if (model.atEndProperty().get()) {
      // Rows that come into view may turn out higher than guessed: again with what is known.
      for (int pass = 0; pass < MOST_PASSES && !(pass > 0 && standsAtEnd()); pass++) {
        list.scrollTo(size() - 1);
        measure();
      }
      byHand = false;
    } else if (wanted != null && index(wanted) >= 0) {
      // A third from the top: what was said before it is as interesting as what follows.
      show(index(wanted), inner() / 3);
      wanted = null;
    } else if (anchor != null && index(anchor) >= 0) {
      show(index(anchor), anchorTop);
    }
    anchor = null;
    height = content < inner() ? content : Double.MAX_VALUE;
  }

  private void show(int index, double top) {
    list.scrollTo(index);
    measure();
    // Near the end a row does not get to the top.
    flow.scrollPixels(flow.getCell(index).getBoundsInParent().getMinY() - top);
    measure();
  }

  private double inner() {
    return Math.max(0, getHeight() - BELOW);
  }

  private void place(double high) {
    list.resizeRelocate(0, inner() - high, getWidth(), high);
  }

  private void measure() {
    list.layout();
    flow.layout();
  }

  /** The height of all rows, if all are in view; else more than any view has. */
  private double content() {
    var first = flow.getFirstVisibleCell();
    var last = flow.getLastVisibleCell();
    if (first == null || last == null) return size() == 0 ? 0 : Double.MAX_VALUE;
    boolean all = first.getIndex() == 0 && last.getIndex() == size() - 1;
    double top = first.getBoundsInParent().getMinY();
    return all ? Math.ceil(last.getBoundsInParent().getMaxY() - top) : Double.MAX_VALUE;
  }
}
