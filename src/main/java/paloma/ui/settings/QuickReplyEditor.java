package paloma.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import paloma.settings.Setting;
import paloma.ui.wording.Wording;

/** The texts that somebody says often, one a line; taken when the field is left. */
final class QuickReplyEditor extends VBox {
  private static final int LINES = 5;

  private final TextArea area = new TextArea();

  QuickReplyEditor(SettingsViewModel model, Wording wording) {
    super(6);
    getStyleClass().addAll("setting", "quick-replies");
    var label = new Label(wording.say("window.settings.quick-replies"));
    label.setLabelFor(area);
    var hint = new Label(wording.say("window.settings.quick-replies.hint", Setting.MOST_REPLIES));
    hint.getStyleClass().addAll("small", "second");
    hint.setWrapText(true);
    var value = model.value(Setting.QUICK_REPLIES);
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    area.setAccessibleText(label.getText());
    area.setPromptText(wording.say("window.quick.presets").replace('|', '\n'));
    show(value.get());
    value.addListener((_, _, now) -> show(now));
    area.focusedProperty()
        .addListener((_, was, now) -> {
          if (!was || now) return;
          Setting.QUICK_REPLIES.read().apply(lines()).ifPresent(value::set);
          show(value.get());
        });
    getChildren().addAll(label, hint, area);
  }

  /** As many as can be kept: nobody's words are all refused because of one too many. */
  private List<String> lines() {
    return area.getText()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(Setting.MOST_REPLIES)
        .toList();
  }

  private void show(List<String> replies) {
    area.setText(String.join("\n", replies));
  }
}
