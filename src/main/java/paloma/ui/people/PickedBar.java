package paloma.ui.people;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import paloma.model.DeviceId;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** What can be done with people who were picked: a group of them. JavaFX thread. */
final class PickedBar extends HBox {
  PickedBar(PeopleViewModel people, Wording wording, Consumer<List<DeviceId>> gather) {
    super(8);
    var count = new Label();
    count.getStyleClass().add("strong");
    var clear = Buttons.quiet(wording.say("window.people.clear"), people.picked()::clear);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Runnable group =
        () -> {
          gather.accept(List.copyOf(people.picked()));
          people.picked().clear();
        };
    var found =
        Buttons.with(Icon.of("people_add"), Buttons.primary(wording.say("group.new"), group));
    getChildren().addAll(count, clear, gap, found);
    getStyleClass().add("people-several");
    Runnable show =
        () -> {
          int picked = people.picked().size();
          count.setText(wording.count("group.chosen", picked));
          setVisible(picked > 0);
          setManaged(picked > 0);
        };
    people.picked().addListener((SetChangeListener<DeviceId>) _ -> show.run());
    show.run();
  }
}
