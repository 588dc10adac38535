package paloma.ui.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.StringConverter;

/** A text area that holds a slot for each emoji; what goes out of it is the text itself. */
final class WritingArea extends TextArea {
  private final EmojiSlots slots = new EmojiSlots();

  WritingArea() {
    setWrapText(true);
    setPrefRowCount(1);
    setTextFormatter(new TextFormatter<>(this::stand));
  }

  EmojiSlots slots() {
    return slots;
  }

  /** Keeps the area and a property of real text equal. */
  void bind(Property<String> written) {
    Bindings.bindBidirectional(
        textProperty(),
        written,
        new StringConverter<String>() {
          @Override
          public String toString(String text) {
            return slots.stood(text);
          }

          @Override
          public String fromString(String stood) {
            return slots.written(stood);
          }
        });
  }

  private TextFormatter.Change stand(TextFormatter.Change change) {
    var text = change.getText();
    var stood = slots.stood(text);
    if (stood.equals(text)) return change;
    int shorter = text.length() - stood.length();
    int start = change.getRangeStart();
    int anchor = Math.max(start, change.getAnchor() - shorter);
    int caret = Math.max(start, change.getCaretPosition() - shorter);
    change.setText(stood);
    change.selectRange(anchor, caret);
    return change;
  }

  @Override
  public void copy() {
    if (getSelectedText().isEmpty()) return;
    var content = new ClipboardContent();
    content.putString(slots.written(getSelectedText()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void cut() {
    copy();
    replaceSelection("");
  }
}
