package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Body;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Badge;
import paloma.ui.parts.Banner;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.PalomaMark;
import paloma.ui.parts.PresenceBadge;
import paloma.ui.parts.SearchField;
import paloma.ui.parts.StateMark;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** The parts of the window and the looks of a file card, side by side. */
final class GalleryParts {
  private GalleryParts() {}

  static Parent all(Wording words) {
    var cards = new VBox(8, heading("File card"));
    cards.setMinWidth(380);
    for (var look : looks(words))
      cards.getChildren().add(new FileCard(look, false, words, _ -> {}));
    var presence = new HBox(16);
    for (var p : Presence.values()) {
      var badge = new PresenceBadge(12);
      badge.setPresence(p);
      presence.getChildren().add(new HBox(6, badge, new Label(words.presence(p))));
    }
    var marks = new VBox(8);
    for (var k : StateMark.Kind.values()) {
      marks.getChildren().add(new HBox(8, new StateMark(k, ""), new Label(words.say(k.key()))));
    }
    var trust = new VBox(8);
    for (var t : List.of(Trust.VERIFIED, Trust.VOUCHED, Trust.CHANGED)) {
      TrustMark.of(t, true, words).ifPresent(trust.getChildren()::add);
    }
    var disabled = Buttons.outlined("Disabled", () -> {});
    disabled.setDisable(true);
    var off = Buttons.with(Icon.of("send"), Buttons.primary("Send", () -> {}));
    off.setDisable(true);
    var chosen = Buttons.chip("Chosen");
    chosen.setSelected(true);
    var muted = new Badge(38);
    muted.setMuted(true);
    var middle =
        new VBox(
            12,
            heading("Presence"),
            presence,
            new HBox(40, marks, trust),
            new HBox(
                8,
                Buttons.with(Icon.of("send"), Buttons.primary("Send", () -> {})),
                Buttons.outlined("Open", () -> {}),
                Buttons.quiet("Skip", () -> {}),
                Buttons.danger("Compare", () -> {}),
                off),
            new HBox(
                8, disabled, chosen, Buttons.chip("Filter"), new Badge(3), muted, new Badge(120)),
            new Banner(
                Banner.Kind.DANGER,
                "Disk full. Messages wait at your colleagues.",
                Buttons.small(Buttons.outlined("Free space", () -> {}))),
            new Banner(
                Banner.Kind.WARN,
                "No network. What you write is sent later.",
                Buttons.small(Buttons.outlined("Check", () -> {}))),
            new Banner(
                Banner.Kind.OK,
                "History restored from 4 colleagues.",
                Buttons.icon("dismiss", "Close", () -> {})));
    middle.setMaxWidth(400);
    var faces = new HBox(12);
    for (var name : List.of("Anna", "Jonas", "小雯", "子墨")) {
      var face = Avatar.person(name, 40);
      face.setPresence(Presence.values()[faces.getChildren().size() + 1]);
      faces.getChildren().add(face);
    }
    var away = Avatar.person("Bruno", 32);
    away.setPresence(Presence.OFFLINE);
    faces.getChildren().addAll(away, Avatar.group("Warehouse", 40), Avatar.person("Grant", 24));
    var right =
        new VBox(
            12,
            heading("Avatars"),
            faces,
            new SearchField("Search", "Ctrl K"),
            new HBox(12, new PalomaMark(64), PalomaMark.plain(64), Avatar.person("Hugo", 72)));
    right.setPrefWidth(290);
    var root = new HBox(40, cards, middle, right);
    root.setStyle("-fx-padding: 28 40 28 40; -fx-background-color: -p-surface;");
    var page = new StackPane(root);
    StackPane.setAlignment(root, Pos.TOP_LEFT);
    return page;
  }

  private static Node heading(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", "strong", "second");
    return label;
  }

  static List<CardLook> looks(Wording words) {
    var talk = new SampleTalk();
    var looks = new ArrayList<CardLook>();
    for (var state : Transfer.State.values()) {
      var message = talk.file(false, Gallery.NOW, "tour.mp4", 1, 4_400_000_000L, state);
      var transfer = talk.transfers.get(message.id());
      var now =
          switch (state) {
            case RUNNING -> transfer.running(1_900_000_000, 96_000_000);
            case FAILED ->
                transfer
                    .running(1_900_000_000, 0)
                    .failed(Problem.failed("sender-changed-file", "tour.mp4"));
            case PAUSED -> transfer.running(1_900_000_000, 0).in(state);
            case OFFERED, WAITING, FINISHED, DECLINED, CANCELLED -> transfer;
          };
      looks.add(CardLook.of((Body.Offer) message.body(), false, List.of(now), _ -> "Grace", words));
    }
    return looks;
  }
}
