package paloma.ui.group;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import paloma.model.Group.Role;
import paloma.model.Peer;
import paloma.ui.parts.Icon;
import paloma.ui.parts.Question;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** What can be done with somebody in a group; only what our role permits stands in it. */
final class MemberMenu {
  private final GroupDetails model;
  private final Wording wording;
  private final Consumer<Peer> message;
  private final Consumer<Question> ask;

  MemberMenu(GroupDetails model, Wording wording, Consumer<Peer> message, Consumer<Question> ask) {
    this.model = model;
    this.wording = wording;
    this.message = message;
    this.ask = ask;
  }

  /** Empty when there is nothing to do. */
  Optional<ContextMenu> of(GroupDetails.Line line) {
    var menu = new ContextMenu();
    if (!line.us() && line.peer() != null) {
      menu.getItems().add(item("chat", "window.person.message", () -> message.accept(line.peer())));
    }
    for (var role : model.rolesFor(line)) {
      menu.getItems().add(item(icon(role), "group.make." + role.word(), () -> give(line, role)));
    }
    if (model.mayRemove(line)) {
      var remove = item("person_delete", "group.remove", () -> remove(line));
      remove.getStyleClass().add("danger");
      menu.getItems().addAll(new SeparatorMenuItem(), remove);
    }
    return menu.getItems().isEmpty() ? Optional.empty() : Optional.of(menu);
  }

  private static String icon(Role role) {
    return switch (role) {
      case OWNER -> "shield_keyhole";
      case ADMIN -> "shield_checkmark";
      case MEMBER -> "person";
    };
  }

  private void give(GroupDetails.Line line, Role role) {
    model.role(line.member().id(), role);
  }

  private void remove(GroupDetails.Line line) {
    var who = SafeText.name(line.name());
    var group = SafeText.name(model.group().name());
    ask.accept(
        new Question(
            wording.say("group.remove.title", who),
            wording.say("group.remove.sure", who, group),
            wording.say("group.remove.do"),
            () -> model.remove(line.member().id())));
  }

  private MenuItem item(String icon, String words, Runnable action) {
    var item = new MenuItem(wording.say(words), Icon.of(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
