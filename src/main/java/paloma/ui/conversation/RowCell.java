package paloma.ui.conversation;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import paloma.model.MessageId;
import paloma.ui.parts.Icon;

/** A cell of the timeline. Its height follows from the list's width, as bubbles wrap. */
final class RowCell extends ListCell<Row> {
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final RowNodes nodes;
  private final Errands errands;
  private final String copy;
  private MessageId marked;

  /** A cell without a row yet; {@code copy} is the word of its menu. */
  RowCell(RowNodes nodes, Errands errands, String copy) {
    this.nodes = nodes;
    this.errands = errands;
    this.copy = copy;
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
    setContextMenu(null);
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
        setContextMenu(menu(said));
      }
    }
  }

  private ContextMenu menu(Row.Said said) {
    var item = new MenuItem(copy, Icon.of("copy"));
    item.setOnAction(_ -> errands.copy().accept(nodes.plain(said)));
    return new ContextMenu(item);
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
