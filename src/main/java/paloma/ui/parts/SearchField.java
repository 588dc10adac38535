package paloma.ui.parts;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field to search in, with a lens and, while it is empty, the key that leads here. */
public final class SearchField extends HBox {
  private final TextField field = new TextField();

  /**
   * @param key such as "Ctrl K"; empty for none
   */
  public SearchField(String prompt, String key) {
    getStyleClass().add("search-field");
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().addAll(Icon.of("search"), field);
    if (!key.isEmpty()) {
      var hint = new Label(key);
      hint.getStyleClass().add("key-hint");
      hint.setMinWidth(USE_PREF_SIZE);
      hint.visibleProperty().bind(field.textProperty().isEmpty());
      hint.managedProperty().bind(hint.visibleProperty());
      getChildren().add(hint);
    }
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            e.consume();
          }
        });
  }

  public StringProperty textProperty() {
    return field.textProperty();
  }

  /** The field itself, to listen to keys. */
  public TextField field() {
    return field;
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }
}
