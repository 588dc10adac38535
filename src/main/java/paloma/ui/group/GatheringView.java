package paloma.ui.group;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.GroupBody;
import paloma.model.Problem;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.SafeText;
import paloma.ui.share.ChoiceView;
import paloma.ui.wording.Wording;

/** "New group": its name, who is in it, and the click that founds it; or who else joins one. */
public final class GatheringView extends VBox {
  private final Gathering model;
  private final Wording wording;
  private final Runnable go;
  private final TextField name = new TextField();
  private final ChoiceView people;
  private final Label refused = new Label();

  /**
   * @param go founds the group or adds to it
   */
  public GatheringView(Gathering model, Wording wording, Runnable go) {
    this.model = model;
    this.wording = wording;
    this.go = go;
    boolean found = model.aim().get() instanceof Gathering.Aim.Found;
    people =
        new ChoiceView(
            model.choice(),
            wording,
            wording.say(found ? "group.new.with" : "group.add"),
            go,
            model::cancel);
    getStyleClass().add("share");
    var title = new Label(title());
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    refused.getStyleClass().addAll("small", "danger");
    refused.setWrapText(true);
    refused.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(people, Priority.ALWAYS);
    getChildren().add(title);
    if (found) getChildren().add(field());
    getChildren().addAll(people, refused, foot(found));
    refused
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::refusal, model.problem(), model.choice().chosen(), model.aim()));
    refused.visibleProperty().bind(refused.textProperty().isNotEmpty());
    refused.managedProperty().bind(refused.visibleProperty());
  }

  private String title() {
    return model.aim().get() instanceof Gathering.Aim.Add(var group)
        ? wording.say("group.add.to", SafeText.name(group.name()))
        : wording.say("group.new");
  }

  private Node field() {
    var label = new Label(wording.say("group.new.name"));
    label.getStyleClass().addAll("small", "second");
    label.setLabelFor(name);
    name.setAccessibleText(label.getText());
    name.textProperty().bindBidirectional(model.name());
    name.setOnAction(_ -> {
      if (model.ready()) go.run();
      else people.requestFocus();
    });
    name.promptTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.choice().chosen().get() == 0
                        ? ""
                        : model.suggested(wording.say("group.people.and")),
                model.choice().chosen()));
    var box = new VBox(4, label, name);
    box.setMinHeight(USE_PREF_SIZE);
    return box;
  }

  private HBox foot(boolean found) {
    var count = new Label();
    count.getStyleClass().addAll("small", "second");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  int chosen = model.choice().chosen().get();
                  return chosen == 0 ? "" : wording.count("group.chosen", chosen);
                },
                model.choice().chosen()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), model::cancel);
    var done = Buttons.primary(wording.say(found ? "group.new.create" : "group.add.do"), go);
    done.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.ready(), model.choice().chosen(), model.busy(), model.aim()));
    var foot = new HBox(8, count, gap, cancel, done);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  /** Too many is said at once; anything else when the core refused it. */
  private String refusal() {
    var aim = model.aim().get();
    boolean many = aim != null && model.choice().chosen().get() > aim.room();
    var why =
        many
            ? Problem.refused("group-full", String.valueOf(GroupBody.MOST_MEMBERS))
            : model.problem().get();
    return why == null ? "" : wording.problem(why).line();
  }

  /** Where somebody begins: with the people, or with the name when people are chosen. */
  @Override
  public void requestFocus() {
    if (name.getScene() != null && model.choice().chosen().get() > 0) name.requestFocus();
    else people.requestFocus();
  }
}
