package paloma.ui.shell;

import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import paloma.ui.parts.Badge;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** A page in the rail or the bottom bar: icon, badge, word. */
final class RailButton extends ToggleButton {
  private final Page page;
  private final StackPane picture = new StackPane();
  private final Badge badge = new Badge(0);

  RailButton(Page page, Wording wording, ObservableIntegerValue count) {
    super(wording.say("window.rail." + page.word()));
    this.page = page;
    getStyleClass().setAll("rail-button");
    setContentDisplay(ContentDisplay.TOP);
    setGraphic(picture);
    badge.setTranslateX(12);
    badge.setTranslateY(-7);
    StackPane.setAlignment(badge, Pos.TOP_CENTER);
    selectedProperty().addListener(_ -> draw());
    if (count != null) {
      badge.setCount(count.get());
      count.addListener(_ -> {
        badge.setCount(count.get());
        describe(wording, count.get());
      });
    }
    describe(wording, count == null ? 0 : count.get());
    draw();
  }

  Page page() {
    return page;
  }

  private void describe(Wording wording, int count) {
    setAccessibleText(count == 0 ? getText() : wording.joined(getText(), String.valueOf(count)));
  }

  private void draw() {
    var icon =
        isSelected() && page != Page.FILES
            ? Icon.filled(page.icon(), 24)
            : Icon.of(page.icon(), 24);
    picture.getChildren().setAll(isSelected() ? icon.with("accent") : icon, badge);
  }

  /** One page is always in front. */
  @Override
  public void fire() {
    if (!isSelected()) super.fire();
  }
}
