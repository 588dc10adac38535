package paloma.ui.people;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import paloma.model.ConversationId;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** Whom the list of people shows, and the way to one's own notes. JavaFX thread. */
final class PeopleChips extends HBox {
  private final PeopleViewModel people;
  private final Wording wording;

  PeopleChips(PeopleViewModel people, Wording wording, Consumer<ConversationId> opener) {
    super(8);
    this.people = people;
    this.wording = wording;
    var group = new ToggleGroup();
    getChildren()
        .addAll(
            chip(group, PeopleTree.Filter.ALL, "window.people.all", people.total()),
            chip(group, PeopleTree.Filter.PRESENT, "window.people.present", people.present()));
    var legacy = chip(group, PeopleTree.Filter.LEGACY, "window.people.legacy", people.legacy());
    legacy.visibleProperty().bind(people.legacy().greaterThan(0));
    legacy.managedProperty().bind(legacy.visibleProperty());
    getChildren().add(legacy);
    var notes =
        Buttons.with(
            Icon.of("document_text"),
            Buttons.quiet(wording.say("window.notes"), () -> people.notes(opener)));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(gap, notes);
    setAlignment(Pos.CENTER_LEFT);
  }

  private ToggleButton chip(
      ToggleGroup group, PeopleTree.Filter filter, String key, ReadOnlyIntegerProperty count) {
    var chip = Buttons.chip("");
    chip.textProperty()
        .bind(Bindings.createStringBinding(() -> wording.say(key, count.get()), count));
    chip.setToggleGroup(group);
    chip.setSelected(filter == people.filter().get());
    chip.setOnAction(_ -> {
      // A group lets the chosen one be released; one filter always holds.
      chip.setSelected(true);
      people.filter().set(filter);
    });
    return chip;
  }
}
