package paloma.demo;

import static paloma.model.Update.State.AVAILABLE;
import static paloma.model.Update.State.DOWNLOADING;
import static paloma.model.Update.State.READY;
import static paloma.model.Update.State.REFUSED;

import java.io.IOException;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import paloma.demo.Pictures.Screen;
import paloma.demo.Pictures.Shape;
import paloma.ui.people.PeopleTree;
import paloma.ui.share.Choice;
import paloma.ui.shell.ConversationZone;
import paloma.ui.shell.Invitation;
import paloma.ui.shell.Page;
import paloma.ui.shell.ShellViewModel;

/** Brings the window to what one screen shows. JavaFX thread. */
record Stage(ShellViewModel shell, Neighbourhood street, Shape shape) {
  /** Goes where the screen is. */
  void show(Screen screen) throws IOException {
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
      case GROUP, DETAILS -> shell.open(street.openGroup());
      case GROUP_NEW -> {
        shell.open(street.openGroup());
        shell.gathering().found(List.of());
      }
      case PICKED -> {
        shell.page().set(Page.PEOPLE);
        shell.people().lines().stream()
            .filter(PeopleTree.Person.class::isInstance)
            .limit(3)
            .forEach(l -> shell.people().pick(((PeopleTree.Person) l).peer().id()));
      }
      case PEOPLE -> {
        shell.page().set(Page.PEOPLE);
        if (shape == Shape.WIDE) {
          shell.people().find(street.cast().open(), 1).stream()
              .findFirst()
              .ifPresent(shell.people().chosen()::set);
        }
      }
      case DOCTOR -> shell.page().set(Page.PEOPLE);
      case FILES -> shell.page().set(Page.FILES);
      case ANNOUNCEMENTS, ANNOUNCEMENT, ANNOUNCE -> {
        shell.page().set(Page.ANNOUNCEMENTS);
        boolean own = screen == Screen.ANNOUNCEMENTS;
        // In one column the first of them is the list.
        if (shape == Shape.WIDE || screen == Screen.ANNOUNCEMENT) {
          shell.announcements().shown().stream()
              .filter(a -> a.message().own() == own && (own || a.said().confirm()))
              .findFirst()
              .ifPresent(shell.announcements().chosen()::set);
        }
        if (screen == Screen.ANNOUNCE) write();
      }
      case ABSENT -> shell.open(street.waiting());
      case SEVERAL -> {
        shell.page().set(Page.PEOPLE);
        shell.people().marked().setAll(shell.people().find("", 4));
      }
      case PROFILE -> {
        if (shape == Shape.WIDE) shell.open(street.open());
        shell.profileShown().set(true);
      }
      case SETTINGS, LOCKED, PASSWORD -> shell.page().set(Page.SETTINGS);
      case FIRSTRUN -> shell.firstRun().department().set("");
    }
  }

  private void write() {
    var composing = shell.announcements().composing();
    street.cast().deeds().stream()
        .filter(Cast.Announce.class::isInstance)
        .map(Cast.Announce.class::cast)
        .filter(Cast.Announce::important)
        .findFirst()
        .ifPresent(one -> {
          composing.title().set(one.title());
          composing.text().set(one.text());
        });
    composing.confirm().set(true);
    composing.begin();
  }

  /** What a hand does there, when everything that was asked for is shown. */
  void touch(Screen screen, ConversationZone zone, Scene scene) throws IOException {
    switch (screen) {
      case SHARE -> choose(shell.share().choice(), 0, 2);
      case GROUP_NEW -> choose(shell.gathering().choice(), 1, 3);
      case DETAILS -> ((ToggleButton) zone.view().headerTools().getChildren().getLast()).fire();
      case DROP -> zone.view().hold(street.held());
      case FIND -> {
        zone.view().find();
        ((TextField) scene.lookup("#find-field")).setText(street.cast().sought());
      }
      case LOCKED -> ((ScrollPane) scene.lookup(".settings")).setVvalue(1);
      case PASSWORD -> setPassword(scene);
      default -> {}
    }
  }

  private static void choose(Choice choice, int first, int count) {
    for (var line : List.copyOf(choice.lines().subList(first, first + count))) {
      choice.toggle(line.peer().id());
    }
  }

  /** Begins to set the app password, with its row in the middle. */
  private static void setPassword(Scene scene) {
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
}
