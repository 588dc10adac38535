package paloma.ui.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The kinds of button; each has words, an icon button as its tooltip and accessible name. */
public final class Buttons {
  private Buttons() {}

  /** The one filled button of a view. */
  public static Button primary(String words, Runnable action) {
    return dressed(new Button(words), action, "primary");
  }

  public static Button outlined(String words, Runnable action) {
    return dressed(new Button(words), action);
  }

  /** Accent words only. */
  public static Button quiet(String words, Runnable action) {
    return dressed(new Button(words), action, "quiet");
  }

  /** Filled red: only where the act is the cure. */
  public static Button danger(String words, Runnable action) {
    return dressed(new Button(words), action, "danger");
  }

  /** An icon of 20 in a button of 32. */
  public static Button icon(String icon, String words, Runnable action) {
    var button = dressed(new Button(), action, "icon-button");
    button.setGraphic(Icon.of(icon));
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }

  /** An emoji as its picture in a button of 32; its name in Unicode is read aloud. */
  public static Button emoji(String emoji, Runnable action) {
    var button = dressed(new Button(), action, "icon-button", "emoji-button");
    EmojiPictures.of(emoji).ifPresent(picture -> button.setGraphic(new EmojiView(picture)));
    button.setAccessibleText(Character.getName(emoji.codePointAt(0)));
    return button;
  }

  /** An icon button that stays pressed. */
  public static ToggleButton toggle(String icon, String words) {
    var button = new ToggleButton();
    button.getStyleClass().setAll("toggle-button", "p-button", "icon-button");
    button.setGraphic(Icon.of(icon));
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }

  /** A filter of 28 that can be chosen. */
  public static ToggleButton chip(String words) {
    var chip = new ToggleButton(words);
    chip.getStyleClass().setAll("toggle-button", "chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /** The same button 28 high, for cards. */
  public static <B extends ButtonBase> B small(B button) {
    button.getStyleClass().add("small-button");
    return button;
  }

  /** The same button with an icon before its words. */
  public static <B extends ButtonBase> B with(Icon icon, B button) {
    button.setGraphic(icon);
    return button;
  }

  private static Button dressed(Button button, Runnable action, String... classes) {
    button.getStyleClass().setAll("button", "p-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(classes);
    button.setOnAction(_ -> action.run());
    // Words of a button are never cut; what stands beside it gives way.
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }
}
