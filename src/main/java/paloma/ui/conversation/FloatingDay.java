package paloma.ui.conversation;

import java.util.Collection;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;

/** The day of the first row in view, at the top of the timeline when its own pill scrolled away. */
final class FloatingDay extends Label {
  private final List<Row> rows;
  private final RowNodes nodes;
  private final Collection<RowCell> cells;

  FloatingDay(List<Row> rows, RowNodes nodes, Collection<RowCell> cells) {
    this.rows = rows;
    this.nodes = nodes;
    this.cells = cells;
    getStyleClass().addAll("day-pill", "floating");
    setMouseTransparent(true);
    setVisible(false);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    StackPane.setMargin(this, new Insets(8, 0, 0, 0));
  }

  void show(VirtualFlow<?> flow, int firstIndex) {
    Row.Day day = null;
    for (int i = Math.min(firstIndex, rows.size() - 1); i >= 0 && day == null; i--) {
      if (rows.get(i) instanceof Row.Day found) day = found;
    }
    boolean first = day != null && rows.get(firstIndex) == day;
    boolean cut = first && flow.getCell(firstIndex).getBoundsInParent().getMinY() < 0;
    boolean pill = cut || day != null && !first && !dayInView(firstIndex);
    setVisible(pill);
    if (pill) setText(nodes.dayWords(day.day()));
    // Half a pill at the edge gives way to the floating one.
    for (var cell : cells) cell.setOpacity(cut && cell.getIndex() == firstIndex ? 0 : 1);
  }

  /** A pill of the flow would stand under the floating one. */
  private boolean dayInView(int firstIndex) {
    return firstIndex + 1 < rows.size() && rows.get(firstIndex + 1) instanceof Row.Day;
  }
}
