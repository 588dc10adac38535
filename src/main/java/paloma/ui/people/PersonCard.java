package paloma.ui.people;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.Endpoint;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Presence;
import paloma.model.Trust;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** All that is known of a colleague, and what can be done with them. */
public final class PersonCard extends VBox {
  private static final int AVATAR = 72;

  private final Wording wording;
  private final Peer peer;

  /**
   * @param message begins a conversation
   * @param block asks for {@link Trust#BLOCKED}, or for {@link Trust#KNOWN} to lift it
   */
  public PersonCard(Peer peer, Wording wording, Consumer<Peer> message, Consumer<Trust> block) {
    this.peer = peer;
    this.wording = wording;
    getStyleClass().add("person-card");
    var write =
        Buttons.with(
            Icon.of("chat"),
            Buttons.primary(wording.say("window.person.message"), () -> message.accept(peer)));
    var head = new VBox(16, header(block), new HBox(8, write));
    head.getStyleClass().add("part");
    var facts = facts();
    facts.getStyleClass().addAll("part", "facts");
    getChildren().addAll(head, facts);
    setMaxHeight(USE_PREF_SIZE);
  }

  private Node header(Consumer<Trust> block) {
    var avatar = Avatar.of(peer, AVATAR);
    var name = new Label(peer.name());
    name.getStyleClass().add("title");
    name.setMinWidth(0);
    var reading = new Label(Pinyin.shared().spelled(peer.name()));
    reading.getStyleClass().addAll("small", "second");
    var first = new HBox(8, name);
    // A reading helps who reads Chinese names in Latin letters; in Japanese it would mislead.
    if (!reading.getText().isEmpty() && !wording.locale().getLanguage().equals("ja")) {
      first.getChildren().add(reading);
    }
    first.setAlignment(Pos.BASELINE_LEFT);
    var presence = new Label(wording.presenceAlone(peer.presence()));
    presence.getStyleClass().addAll("small", "strong");
    var status = new Label(peer.profile().status());
    status.getStyleClass().addAll("small", "second");
    status.setMinWidth(0);
    var lines = new VBox(2, first, new HBox(6, presence, status));
    TrustMark.of(peer, true, wording).ifPresent(lines.getChildren()::add);
    if (peer.trust() == Trust.BLOCKED) {
      var blocked = new Label(wording.say("window.person.blocked"));
      blocked.getStyleClass().addAll("small", "danger");
      lines.getChildren().add(blocked);
    }
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var header = new HBox(16, avatar, lines, more(block));
    header.setAlignment(Pos.TOP_LEFT);
    return header;
  }

  private Node more(Consumer<Trust> block) {
    boolean blocked = peer.trust() == Trust.BLOCKED;
    var item =
        new MenuItem(
            wording.say(blocked ? "window.person.unblock" : "window.person.block"),
            Icon.of("person_prohibited"));
    if (!blocked) item.getStyleClass().add("danger");
    item.setOnAction(_ -> block.accept(blocked ? Trust.KNOWN : Trust.BLOCKED));
    var menu = new ContextMenu(item);
    var button = Buttons.icon("more_horizontal", wording.say("window.more"), () -> {});
    button.setOnAction(_ -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 4));
    return button;
  }

  private GridPane facts() {
    var grid = new GridPane(12, 16);
    var wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints(84), wide);
    var profile = peer.profile();
    fact(grid, "people", "department", profile.department(), profile.title());
    fact(grid, "phone", "phone", profile.phone(), "");
    fact(grid, "desktop", "host", profile.host(), address());
    fact(
        grid,
        "clock",
        "seen",
        peer.present()
            ? wording.say("window.person.now")
            : peer.lastSeen() == null
                ? wording.say("window.person.never")
                : wording.precisely(peer.lastSeen()),
        "");
    fact(grid, "shield_keyhole", "key", peer.id().shortText(), "");
    return grid;
  }

  private String address() {
    List<Endpoint> known = peer.addresses();
    return known.isEmpty() || peer.presence() == Presence.OFFLINE
        ? ""
        : known.getFirst().address().getHostAddress();
  }

  private void fact(GridPane grid, String icon, String key, String value, String more) {
    if (value.isBlank() && more.isBlank()) return;
    var name = new Label(wording.say("window.person." + key));
    name.getStyleClass().add("second");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var first = new Label(value);
    first.setMinWidth(0);
    var texts = new HBox(10, first);
    if (!more.isBlank()) {
      var second = new Label(more);
      second.getStyleClass().addAll("small", "second");
      texts.getChildren().add(second);
    }
    texts.setAlignment(Pos.BASELINE_LEFT);
    grid.addRow(grid.getRowCount(), Icon.of(icon), name, texts);
  }
}
