package paloma.ui.conversation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import paloma.model.DeviceId;
import paloma.ui.parts.Buttons;

/** What people answered with one emoji, under a bubble; a click adds or takes back one's own. */
final class ReactionRow extends FlowPane {
  ReactionRow(
      Map<String, List<DeviceId>> reactions,
      DeviceId us,
      Function<DeviceId, String> names,
      Consumer<String> toggle) {
    getStyleClass().add("reactions");
    reactions.forEach((emoji, people) -> {
      var chip = Buttons.emoji(emoji, () -> toggle.accept(emoji));
      chip.getStyleClass().setAll("button", "reaction");
      // What has no picture stands as it was typed.
      var count = people.size() > 1 ? " " + people.size() : "";
      chip.setText(chip.getGraphic() == null ? emoji + count : count.strip());
      if (people.contains(us)) chip.getStyleClass().add("mine");
      var who = people.stream().map(names).collect(Collectors.joining(", "));
      chip.setTooltip(new Tooltip(who));
      chip.setAccessibleText(emoji + " " + who);
      getChildren().add(chip);
    });
  }
}
