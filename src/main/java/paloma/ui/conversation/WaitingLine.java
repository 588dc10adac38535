package paloma.ui.conversation;

import javafx.scene.control.Label;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** Below an own message: with how many colleagues it waits for somebody absent. */
final class WaitingLine extends Label {
  WaitingLine(int colleagues, Wording words) {
    super(said(colleagues, words), Icon.of("envelope", 16));
    getStyleClass().addAll("small", "second", "waiting-line");
    setWrapText(true);
  }

  static String said(int colleagues, Wording words) {
    return words.count("conversation.waits", colleagues);
  }
}
