package paloma.ui.announce;

import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.core.Announcement;
import paloma.core.Announcement.Answer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.people.Roster;
import paloma.ui.wording.Wording;

/**
 * Of an own announcement: who has confirmed or read it, who has not, and the way to remind them.
 */
final class AnswersPane extends VBox {
  private static final int AVATAR = 32;

  private final AnnouncementsViewModel model;
  private final Announcement own;
  private final Wording wording;
  private final Roster roster;
  private final ListView<Answer> list = new ListView<>();
  private final Label done = new Label();
  private final Label open = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final ToggleButton openChip = Buttons.chip("");
  private final ToggleButton doneChip = Buttons.chip("");
  private final javafx.scene.control.Button remind;
  private final ListChangeListener<Answer> listener = _ -> show();

  AnswersPane(AnnouncementsViewModel model, Announcement own, Wording wording, Roster roster) {
    this.model = model;
    this.own = own;
    this.wording = wording;
    this.roster = roster;
    getStyleClass().add("announcement-card");
    remind =
        Buttons.with(
            Icon.of("alert").with("on-accent"),
            Buttons.primary("", () -> model.remind(own.message().id())));
    setSpacing(12);
    build();
    sceneProperty()
        .addListener((_, _, scene) -> {
          model.answers().removeListener(listener);
          if (scene != null) model.answers().addListener(listener);
          show();
        });
  }

  private void build() {
    done.getStyleClass().add("strong");
    open.getStyleClass().add("second");
    bar.getStyleClass().add("thin");
    bar.setMaxWidth(Double.MAX_VALUE);
    var group = new ToggleGroup();
    for (var chip : new ToggleButton[] {openChip, doneChip}) {
      chip.setToggleGroup(group);
      chip.setOnAction(_ -> chip.setSelected(true));
      chip.selectedProperty()
          .subscribe(on -> {
            if (on) show();
          });
    }
    openChip.setSelected(true);
    list.getStyleClass().add("rows");
    list.setCellFactory(_ -> new AnswerCell());
    list.setAccessibleText(wording.say("window.announce.answers"));
    VBox.setVgrow(list, Priority.ALWAYS);
    var counts = new HBox(8, done, open);
    counts.setAlignment(Pos.BASELINE_LEFT);
    var figures = new VBox(8, counts, bar);
    HBox.setHgrow(figures, Priority.ALWAYS);
    figures.setMinWidth(160);
    var head = new HBox(16, figures, remind);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, new FlowPane(8, 8, openChip, doneChip), list);
    setVgrow(list, Priority.ALWAYS);
    model.reminded().addListener(_ -> show());
  }

  private Predicate<Answer> given() {
    return own.said().confirm() ? Answer::given : Answer::read;
  }

  private void show() {
    boolean asks = own.said().confirm();
    var all = model.answers();
    int ready = (int) all.stream().filter(given()).count();
    int missing = all.size() - ready;
    done.setText(wording.count(asks ? "window.announce.done" : "window.announce.read", ready));
    open.setText(missing == 0 ? "" : wording.count("window.announce.open", missing));
    bar.setProgress(all.isEmpty() ? 0 : (double) ready / all.size());
    openChip.setText(
        wording.say(asks ? "window.announce.chip-open" : "window.announce.chip-unread", missing));
    doneChip.setText(
        wording.say(asks ? "window.announce.chip-done" : "window.announce.chip-read", ready));
    boolean justNow = own.message().id().equals(model.reminded().get());
    remind.setText(
        justNow
            ? wording.say("window.announce.reminded")
            : wording.count("window.announce.remind", missing));
    remind.setDisable(justNow);
    remind.setVisible(missing > 0);
    var wanted = doneChip.isSelected() ? given() : given().negate();
    list.getItems().setAll(all.stream().filter(wanted).toList());
    list.setPlaceholder(
        new Label(
            wording.say(doneChip.isSelected() ? "window.announce.nobody" : "window.announce.all")));
  }

  private final class AnswerCell extends ListCell<Answer> {
    AnswerCell() {
      getStyleClass().add("answer-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Answer answer, boolean empty) {
      super.updateItem(answer, empty);
      if (empty || answer == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var peer = roster.peer(answer.reader());
      var name = new Label(roster.name(answer.reader()));
      name.getStyleClass().add("strong");
      var department = new Label(peer.map(p -> p.profile().department()).orElse(""));
      department.getStyleClass().addAll("small", "second");
      var words = new VBox(name, department);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      var avatar =
          peer.map(p -> Avatar.of(p, AVATAR))
              .orElseGet(() -> Avatar.person(name.getText(), AVATAR));
      peer.ifPresent(p -> avatar.setPresence(p.presence()));
      var how = new Label(how(answer, peer.map(p -> p.present()).orElse(false)));
      how.getStyleClass().addAll("small", "second");
      how.setMinWidth(Region.USE_PREF_SIZE);
      setGraphic(row(avatar, words, how));
      setAccessibleText(wording.joined(name.getText(), department.getText(), how.getText()));
    }

    private static Node row(Node... nodes) {
      var row = new HBox(12, nodes);
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
  }

  private String how(Answer answer, boolean present) {
    if (answer.given()) {
      return wording.say("window.announce.at", wording.shortly(answer.confirmed()));
    }
    if (answer.read()) return wording.say("window.announce.was-read");
    if (answer.delivered()) return wording.say("window.announce.delivered");
    return wording.say(present ? "window.announce.under-way" : "window.announce.away");
  }
}
