package paloma.ui.conversation;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
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
  private final Label floating = new Label();
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
    floating.getStyleClass().addAll("day-pill", "floating");
    floating.setMouseTransparent(true);
    floating.setVisible(false);
    StackPane.setAlignment(floating, Pos.TOP_CENTER);
    StackPane.setMargin(floating, new Insets(8, 0, 0, 0));
    latest = new LatestButton(model, words, this::toEnd);
    list.setManaged(false);
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

  /** Brings a message that is loaded into view, in the middle if that can be. */
  void reveal(MessageId id) {
    int at = index(id);
    if (at < 0) return;
    byHand = true;
    model.atEndProperty().set(false);
    list.scrollTo(Math.max(0, at - 3));
    list.getSelectionModel().clearAndSelect(at);
    list.requestFocus();
    list.getFocusModel().focus(at);
  }

  /** Scrolls to the newest row and stays there. */
  void toEnd() {
    model.atEndProperty().set(true);
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
    boolean end = standsAtEnd();
    if (end || byHand) model.atEndProperty().set(end);
    if (first.getIndex() < NEAR_TOP) model.older();
    floatDay(first.getIndex());
  }

  private boolean standsAtEnd() {
    var last = flow.getLastVisibleCell();
    return last != null
        && last.getIndex() == size() - 1
        && bottom(last) <= flow.getHeight() + NEAR_END;
  }

  private int size() {
    return model.rows().size();
  }

  private static double bottom(Node cell) {
    return cell.getBoundsInParent().getMaxY();
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
    } else if (anchor != null && index(anchor) >= 0) {
      list.scrollTo(index(anchor));
      measure();
      flow.scrollPixels(-anchorTop);
      measure();
    }
    anchor = null;
    height = content < inner() ? content : Double.MAX_VALUE;
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
    return all ? Math.ceil(bottom(last) - top) : Double.MAX_VALUE;
  }

  /** The day of the first row in view, when its pill scrolled away. */
  private void floatDay(int firstIndex) {
    Row.Day day = null;
    for (int i = Math.min(firstIndex, size() - 1); i >= 0 && day == null; i--) {
      if (model.rows().get(i) instanceof Row.Day found) day = found;
    }
    boolean first = day != null && model.rows().get(firstIndex) == day;
    boolean cut = first && flow.getCell(firstIndex).getBoundsInParent().getMinY() < 0;
    boolean pill = cut || day != null && !first && !dayInView(firstIndex);
    floating.setVisible(pill);
    if (pill) floating.setText(nodes.dayWords(day.day()));
    // Half a pill at the edge gives way to the floating one.
    for (var cell : cells) cell.setOpacity(cut && cell.getIndex() == firstIndex ? 0 : 1);
  }

  /** A pill of the flow would stand under the floating one. */
  private boolean dayInView(int firstIndex) {
    return firstIndex + 1 < size() && model.rows().get(firstIndex + 1) instanceof Row.Day;
  }
}
