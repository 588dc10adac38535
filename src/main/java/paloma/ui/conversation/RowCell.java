package paloma.ui.conversation;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.ContextMenuEvent;
import paloma.model.MessageId;

/** A cell of the timeline. Its height follows from the list's width, as bubbles wrap. */
final class RowCell extends ListCell<Row> {
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final RowNodes nodes;
  private final Errands errands;
  private final MessageMenu menu;
  private MessageId marked;

  RowCell(RowNodes nodes, MessageMenu menu, Errands errands) {
    this.nodes = nodes;
    this.errands = errands;
    this.menu = menu;
    getStyleClass().add("row-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    if (!empty && row != null && row.equals(getItem()) && getGraphic() != null) {
      super.updateItem(row, false);
      return;
    }
    super.updateItem(row, empty);
    mark(marked);
    draw();
  }

  /** Marks the cell while it shows this message; null for none. */
  void mark(MessageId id) {
    marked = id;
    boolean here = getItem() instanceof Row.Said said && said.message().id().equals(id);
    pseudoClassStateChanged(FOUND, here);
  }

  /** Makes the row's node again: its row or the list's width changed. */
  void draw() {
    var row = getItem();
    setOnContextMenuRequested(null);
    if (isEmpty() || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setAccessibleText(nodes.spoken(row));
    switch (row) {
      case Row.Day(var day) -> setGraphic(nodes.day(day));
      case Row.NewMessages _ -> setGraphic(nodes.newMessages());
      case Row.Said said -> {
        setGraphic(nodes.said(said));
        if (MessageMenu.has(said.message())) setOnContextMenuRequested(e -> show(said, e));
      }
    }
  }

  /** Made when it is asked for: most rows never need one. */
  private void show(Row.Said said, ContextMenuEvent event) {
    menu.of(said, () -> errands.copy().accept(nodes.plain(said)))
        .show(this, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == null) return 0;
    double wide = getListView() == null ? width : inner();
    return snappedTopInset() + getGraphic().prefHeight(wide) + snappedBottomInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    // Never wider than the list: there is no sideways scrolling.
    return 0;
  }

  private double inner() {
    return getListView().getWidth() - snappedLeftInset() - snappedRightInset();
  }
}
