package paloma.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How all scenes look: colours, family and text size. JavaFX thread only. */
public final class Theme {
  /** Which colours: one of the two, or what the system has now. */
  public enum Mode {
    LIGHT,
    DARK,
    SYSTEM
  }

  /** Pixels of normal text at a scale of 1. */
  public static final int BASE_SIZE = 14;

  private static final List<String> COMPONENTS =
      List.of(
          "button", "badge", "banner", "menu", "timeline", "bubble", "card", "composer", "drop");

  private final String family;
  private final String code;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYSTEM);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final WeakHashMap<Scene, List<String>> scenes = new WeakHashMap<>();
  private final ChangeListener<ColorScheme> system = (_, _, _) -> refresh();

  public Theme(Locale locale) {
    var installed = Font.getFamilies();
    family = Fonts.text(locale, installed);
    code = Fonts.code(installed);
  }

  /** Follows the system and the properties from now on. */
  public void start() {
    mode.addListener(_ -> refresh());
    scale.addListener(_ -> refresh());
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    refresh();
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** 0.8 to 2. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  public boolean dark() {
    return dark(mode.get());
  }

  static boolean dark(Mode mode) {
    return switch (mode) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /**
   * Dresses a scene, now and after every change.
   *
   * @param more names of further style sheets under {@code style/}, without {@code .css}
   */
  public void apply(Scene scene, String... more) {
    scenes.put(scene, List.of(more));
    dress(scene, List.of(more));
  }

  private void refresh() {
    Application.setUserAgentStylesheet(
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scenes.forEach(this::dress);
  }

  private void dress(Scene scene, List<String> more) {
    var sheets = new ArrayList<String>();
    sheets.add(sheet("base"));
    sheets.add(sheet(dark() ? "dark" : "light"));
    COMPONENTS.forEach(name -> sheets.add(sheet(name)));
    more.forEach(name -> sheets.add(sheet(name)));
    sheets.add(codeSheet());
    scene.getStylesheets().setAll(sheets);
    scene
        .getRoot()
        .setStyle(
            "-fx-font-family: '%s'; -fx-font-size: %spx;"
                .formatted(family, BASE_SIZE * scale.get()));
  }

  /** A family found by code cannot stand in a file. */
  private String codeSheet() {
    var css = ".code, .code-text { -fx-font-family: '%s'; }".formatted(code);
    return "data:text/css;charset=utf-8,"
        + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String sheet(String name) {
    var url = Theme.class.getResource("/style/" + name + ".css");
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
