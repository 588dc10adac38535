package paloma.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.PresenceBadge;
import paloma.ui.settings.SettingsViewModel;
import paloma.ui.wording.Wording;

/** The pages, at the left when there is room and at the bottom when there is not. */
final class Rail {
  private static final int AVATAR = 40;

  private final ShellViewModel shell;
  private final Wording wording;

  Rail(ShellViewModel shell, Wording wording) {
    this.shell = shell;
    this.wording = wording;
  }

  Node at(Orientation side) {
    var group = new ToggleGroup();
    var buttons = Stream.of(Page.values()).map(p -> button(p, group)).toList();
    return switch (side) {
      case VERTICAL -> left(buttons);
      case HORIZONTAL -> bottom(buttons);
    };
  }

  private Node left(List<RailButton> buttons) {
    var space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    var rail = new VBox();
    rail.getStyleClass().add("rail");
    rail.getChildren().add(me());
    for (var button : buttons) {
      if (button.page() == Page.SETTINGS) rail.getChildren().add(space);
      rail.getChildren().add(button);
    }
    return rail;
  }

  private static Node bottom(List<RailButton> buttons) {
    Pane bar = new HBox();
    bar.getStyleClass().add("bottom-bar");
    buttons.forEach(b -> {
      HBox.setHgrow(b, Priority.ALWAYS);
      b.setMaxWidth(Double.MAX_VALUE);
    });
    bar.getChildren().addAll(buttons);
    return bar;
  }

  private RailButton button(Page page, ToggleGroup group) {
    ObservableIntegerValue count =
        switch (page) {
          case CHATS -> shell.chats().unread();
          case FILES -> shell.files().asking();
          case ANNOUNCEMENTS -> shell.announcements().waiting();
          case PEOPLE, SETTINGS -> null;
        };
    var button = new RailButton(page, wording, count);
    button.setToggleGroup(group);
    button.setSelected(shell.page().get() == page);
    button.setOnAction(_ -> shell.page().set(page));
    shell.page().addListener((_, _, now) -> button.setSelected(now == page));
    return button;
  }

  /** Own picture; a click changes how available one is. */
  private Node me() {
    var button = new Button();
    button.getStyleClass().setAll("me");
    var holder = new StackPane();
    button.setGraphic(holder);
    shell.preferences().profile().addListener((_, _, profile) -> show(profile, button, holder));
    shell
        .preferences()
        .shown()
        .addListener(_ -> show(shell.preferences().profile().get(), button, holder));
    show(shell.preferences().profile().get(), button, holder);
    button.setOnAction(_ -> presences().show(button, javafx.geometry.Side.RIGHT, 4, 0));
    return button;
  }

  private void show(Profile profile, Button button, StackPane holder) {
    if (profile == null) return;
    var avatar = Avatar.of(profile, AVATAR);
    // What the person chose shows at once; being away by idleness only where they are there.
    var chosen = profile.presence();
    var presence = chosen == Presence.ONLINE ? shell.preferences().shown().get() : chosen;
    avatar.setPresence(presence);
    holder.getChildren().setAll(avatar);
    button.setAccessibleText(wording.joined(profile.name(), wording.presence(presence)));
  }

  private ContextMenu presences() {
    var menu = new ContextMenu();
    for (var presence : SettingsViewModel.PRESENCES) {
      var badge = new PresenceBadge(12);
      badge.setPresence(presence);
      var item = new MenuItem(wording.presenceAlone(presence), new StackPane(badge));
      item.setOnAction(_ -> {
        shell.preferences().presence().set(presence);
        shell.preferences().saveProfile();
      });
      menu.getItems().add(item);
    }
    var profile = new MenuItem(wording.say("window.profile.title"), Icon.of("person"));
    profile.setOnAction(_ -> shell.profileShown().set(true));
    var notes = new MenuItem(wording.say("window.notes"), Icon.of("document_text"));
    notes.setOnAction(_ -> shell.open(shell.notes()));
    menu.getItems().addAll(new SeparatorMenuItem(), profile, notes);
    return menu;
  }
}
