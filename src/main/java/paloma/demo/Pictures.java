package paloma.demo;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import paloma.platform.FileOpener;
import paloma.settings.Language;
import paloma.settings.PolicyReading;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.ui.PageStyles;
import paloma.ui.Theme;
import paloma.ui.conversation.Errands;
import paloma.ui.conversation.Talk;
import paloma.ui.shell.ConversationZone;
import paloma.ui.shell.Lane;
import paloma.ui.shell.Outside;
import paloma.ui.shell.ShellView;
import paloma.ui.shell.ShellViewModel;
import paloma.ui.wording.Wording;

/** Draws the screens of one language. Called off the JavaFX thread, which it waits for. */
final class Pictures {
  /** The words of the file names, in {@code cli.md}. */
  enum Screen {
    MAIN,
    FIND,
    PEOPLE,
    SEVERAL,
    PROFILE,
    FILES,
    ANNOUNCEMENTS,
    ANNOUNCEMENT,
    ANNOUNCE,
    FIRSTRUN,
    SETTINGS,
    LOCKED,
    DOCTOR,
    DROP,
    SHARE,
    PICKED,
    GROUP,
    DETAILS,
    GROUP_NEW,
    LINK,
    UPDATE,
    SETTINGS_UPDATE,
    ABSENT,
    PASSWORD;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The two shapes of the window. */
  enum Shape {
    WIDE(1180, 760),
    NARROW(400, 720);

    final int width;
    final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Language language;
  private final Path into;

  Pictures(Language language, Path into) {
    this.language = language;
    this.into = into;
  }

  void draw(Neighbourhood street, Neighbourhood desert) throws InterruptedException {
    FxThread.start();
    for (var mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
      for (var shape : Shape.values()) {
        for (var screen : Screen.values()) {
          draw(screen == Screen.DOCTOR ? desert : street, screen, mode, shape);
        }
      }
    }
  }

  private void draw(Neighbourhood street, Screen screen, Theme.Mode mode, Shape shape)
      throws InterruptedException {
    var name =
        "%s-%s-%s-%s.png"
            .formatted(
                screen.word(),
                mode.name().toLowerCase(java.util.Locale.ROOT),
                language.suffix().isEmpty() ? "en" : language.suffix().substring(1),
                shape.name().toLowerCase(java.util.Locale.ROOT));
    var settings = Settings.inMemory(PolicyReading.of(street.cast().office()));
    settings.set(Setting.WELCOMED, screen != Screen.FIRSTRUN);
    settings.set(Setting.THEME, mode.name().toLowerCase(java.util.Locale.ROOT));
    var wording = new Wording(Words.in(language), ZONE, street::now);
    var lane = new Lane(street.tasks(), problem -> {});
    lane.start();
    try {
      var shell =
          FxThread.run(() -> {
            var made = new ShellViewModel(street.me(), settings, wording, Platform::runLater, lane);
            made.load();
            return made;
          });
      FxThread.settle(lane);
      var zone = FxThread.run(() -> zone(shell, wording, street, lane));
      var scene = FxThread.run(() -> scene(shell, wording, zone, mode, shape));
      var stage = new Stage(shell, street, shape);
      FxThread.run(() -> {
        stage.show(screen);
        return null;
      });
      FxThread.settle(lane);
      if (zone.view() != null) {
        FxThread.run(() -> {
          zone.view().toEnd();
          return null;
        });
        FxThread.settle(lane);
      }
      FxThread.run(() -> {
        stage.touch(screen, zone, scene);
        return null;
      });
      FxThread.settle(lane);
      FxThread.run(() -> {
        Studio.draw(scene, into.resolve(name));
        return null;
      });
    } finally {
      lane.close();
    }
  }

  private static ConversationZone zone(
      ShellViewModel shell, Wording wording, Neighbourhood street, Lane lane) {
    var errands = new Errands(_ -> {}, _ -> {}, _ -> {}, List::of, Optional::empty, _ -> {});
    var talk = Talk.with(street.me());
    return new ConversationZone(talk, shell, Platform::runLater, lane, ZONE, wording, errands);
  }

  private Scene scene(
      ShellViewModel shell, Wording wording, ConversationZone zone, Theme.Mode mode, Shape shape) {
    var outside =
        new Outside(
            FileOpener.here(),
            new SimpleStringProperty(Path.of("Downloads", "Paloma").toString()),
            Optional::empty,
            Optional::empty,
            _ -> {},
            Optional.of(() -> {}));
    var view = new ShellView(shell, wording, zone, outside);
    var scene = new Scene(view, shape.width, shape.height);
    var theme = new Theme(language.locale());
    theme.modeProperty().set(mode);
    theme.start();
    PageStyles.put(theme, scene);
    return scene;
  }
}
