package paloma.demo;

import static paloma.model.Update.State.AVAILABLE;
import static paloma.model.Update.State.DOWNLOADING;
import static paloma.model.Update.State.READY;
import static paloma.model.Update.State.REFUSED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
import paloma.ui.shell.Invitation;
import paloma.ui.shell.Lane;
import paloma.ui.shell.Outside;
import paloma.ui.shell.Page;
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
    FIRSTRUN,
    SETTINGS,
    LOCKED,
    DOCTOR,
    DROP,
    SHARE,
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
      FxThread.run(() -> {
        show(shell, screen, street, shape);
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
      if (screen == Screen.SHARE) {
        FxThread.run(() -> {
          shell.share().choice().lines().stream()
              .limit(2)
              .toList()
              .forEach(l -> shell.share().choice().toggle(l.peer().id()));
          return null;
        });
        FxThread.settle(lane);
      }
      if (screen == Screen.DROP) {
        FxThread.run(() -> {
          zone.view().hold(street.held());
          return null;
        });
        FxThread.settle(lane);
      }
      if (screen == Screen.FIND) {
        FxThread.run(() -> {
          zone.view().find();
          ((TextField) scene.lookup("#find-field")).setText(street.cast().sought());
          return null;
        });
        FxThread.settle(lane);
      }
      if (screen == Screen.LOCKED) {
        FxThread.run(() -> {
          ((ScrollPane) scene.lookup(".settings")).setVvalue(1);
          return null;
        });
        FxThread.settle(lane);
      }
      if (screen == Screen.PASSWORD) {
        FxThread.run(() -> {
          fillIn(scene);
          return null;
        });
        FxThread.settle(lane);
      }
      FxThread.run(() -> {
        Studio.draw(scene, into.resolve(name));
        return null;
      });
    } finally {
      lane.close();
    }
  }

  /** Begins to set the app password, with its row in the middle. */
  private static void fillIn(Scene scene) {
    var pane = (ScrollPane) scene.lookup(".settings");
    var content = (Parent) pane.getContent();
    var row = (Parent) content.lookup(".app-password");
    ((Button) row.lookup(".p-button")).fire();
    pane.applyCss();
    scene.getRoot().layout();
    double above = content.sceneToLocal(row.localToScene(row.getBoundsInLocal())).getMinY();
    double seen = pane.getViewportBounds().getHeight();
    double all = content.getBoundsInLocal().getHeight();
    pane.setVvalue((above - seen / 2) / (all - seen));
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

  private static void show(ShellViewModel shell, Screen screen, Neighbourhood street, Shape shape)
      throws IOException {
    switch (screen) {
      case SHARE -> {
        shell.open(street.open());
        shell.share().add(street.held());
      }
      case LINK -> {
        if (shape == Shape.WIDE) shell.open(street.open());
        shell.invitation().set(new Invitation("anna-pc.example", 24_250));
      }
      case UPDATE -> {
        shell.open(street.open());
        shell.hear(MakeBelieveUpdate.in(street, shape == Shape.WIDE ? AVAILABLE : DOWNLOADING));
      }
      case SETTINGS_UPDATE -> {
        shell.page().set(Page.SETTINGS);
        shell.hear(MakeBelieveUpdate.in(street, shape == Shape.WIDE ? READY : REFUSED));
      }
      case MAIN, DROP, FIND -> {
        // In one column the main screen is the list, and files are dropped on a conversation.
        if (shape == Shape.WIDE || screen != Screen.MAIN) shell.open(street.open());
      }
      case ABSENT -> shell.open(street.waiting());
      case PEOPLE -> {
        shell.page().set(Page.PEOPLE);
        if (shape == Shape.WIDE) {
          shell.people().find(street.cast().open(), 1).stream()
              .findFirst()
              .ifPresent(shell.people().chosen()::set);
        }
      }
      case SEVERAL -> {
        shell.page().set(Page.PEOPLE);
        shell.people().marked().setAll(shell.people().find("", 4));
      }
      case PROFILE -> {
        if (shape == Shape.WIDE) shell.open(street.open());
        shell.profileShown().set(true);
      }
      case DOCTOR -> shell.page().set(Page.PEOPLE);
      case FILES -> shell.page().set(Page.FILES);
      case SETTINGS, LOCKED, PASSWORD -> shell.page().set(Page.SETTINGS);
      case FIRSTRUN -> shell.firstRun().department().set("");
    }
  }
}
