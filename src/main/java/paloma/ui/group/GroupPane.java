package paloma.ui.group;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import paloma.model.Group;
import paloma.model.Peer;
import paloma.ui.parts.Banner;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.Question;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** All about a group, beside its conversation: its name, its rules, who is in it, the way out. */
public final class GroupPane extends VBox {
  /** What the pane has done by the window. */
  public interface Outlet {
    void ask(Question question);

    void add(Group group);

    void message(Peer peer);

    void close();
  }

  private final GroupDetails model;
  private final Wording wording;
  private final Outlet outlet;
  private final MemberMenu menu;
  private final GroupName name;
  private final ListView<GroupDetails.Line> members = new ListView<>();
  private final VBox trouble = new VBox();
  private final Label count = new Label();
  private final CheckBox history = new CheckBox();
  private final HBox foot = new HBox();
  private final Node add;

  public GroupPane(GroupDetails model, Wording wording, Outlet outlet) {
    this.model = model;
    this.wording = wording;
    this.outlet = outlet;
    Consumer<Peer> message = outlet::message;
    menu = new MemberMenu(model, wording, message, outlet::ask);
    name = new GroupName(model, wording);
    add = Buttons.icon("person_add", wording.say("group.add"), () -> outlet.add(model.group()));
    getStyleClass().add("group-pane");
    build();
  }

  private void build() {
    var title = new Label(wording.say("group.details"));
    title.getStyleClass().add("strong");
    var head =
        new HBox(
            title,
            gap(),
            Buttons.icon("dismiss", wording.say("conversation.close"), outlet::close));
    head.getStyleClass().add("head");
    history.setText(wording.say("group.history"));
    history.setWrapText(true);
    history.setMinHeight(USE_PREF_SIZE);
    history.setOnAction(
        _ -> model.history(history.isSelected() ? Group.History.ALL : Group.History.JOINING));
    var rules = new VBox(history);
    rules.getStyleClass().add("rules");
    count.getStyleClass().add("strong");
    var heading = new HBox(count, gap(), add);
    heading.getStyleClass().add("heading");
    members.getStyleClass().add("rows");
    members.setCellFactory(_ -> new MemberCell(wording, menu));
    members.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    members.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) showMenu();
    });
    VBox.setVgrow(members, Priority.ALWAYS);
    var leave = Buttons.quiet(wording.say("group.leave"), this::leave);
    leave.setGraphic(Icon.of("sign_out"));
    leave.getStyleClass().add("destroys");
    foot.getChildren().addAll(gap(), leave);
    foot.getStyleClass().add("foot");
    getChildren().addAll(head, trouble, name, rules, heading, members, foot);
  }

  /** Follows the group until the subscription ends. */
  public Subscription start() {
    return model
        .party()
        .version()
        .subscribe(_ -> show())
        .and(model.problem().subscribe(_ -> showTrouble()));
  }

  private void show() {
    var group = model.group();
    if (group == null) return;
    name.show();
    count.setText(wording.count("group.members", group.members().size()));
    members.setAccessibleText(count.getText());
    history.setSelected(group.history() == Group.History.ALL);
    history.setDisable(!model.leads());
    show(add, model.leads());
    show(foot, model.in());
    var lines = model.lines();
    if (!lines.equals(members.getItems())) put(lines);
    // What our role permits may be another matter now.
    members.refresh();
  }

  /** Whoever was under the cursor stays there. */
  private void put(List<GroupDetails.Line> lines) {
    var cursor = members.getSelectionModel().getSelectedItem();
    members.getItems().setAll(lines);
    for (int i = 0; cursor != null && i < lines.size(); i++) {
      if (lines.get(i).member().id().equals(cursor.member().id())) {
        members.getSelectionModel().clearAndSelect(i);
      }
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showTrouble() {
    var problem = model.problem().get();
    trouble.getChildren().clear();
    if (problem == null) return;
    var banner = new Banner(Banner.Kind.DANGER, wording.problem(problem).line());
    banner.getStyleClass().add("strip");
    trouble.getChildren().add(banner);
    // A switch that was refused goes back.
    show();
  }

  private void leave() {
    var title = SafeText.name(model.group().name());
    outlet.ask(
        new Question(
            wording.say("group.leave.title", title),
            wording.say("group.leave.sure"),
            wording.say("group.leave.do"),
            () -> {
              model.leave();
              outlet.close();
            }));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      showMenu();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // A list keeps this key to itself.
      outlet.close();
      event.consume();
    }
  }

  /** The menu of the row under the cursor, at that row. */
  private void showMenu() {
    var line = members.getSelectionModel().getSelectedItem();
    if (line == null) return;
    for (var node : members.lookupAll(".member-cell")) {
      if (node instanceof MemberCell cell && line.equals(cell.getItem())) {
        menu.of(line).ifPresent(m -> m.show(cell, Side.BOTTOM, 40, 0));
        return;
      }
    }
  }

  private static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    gap.setMinWidth(0);
    return gap;
  }

  /** Where the keyboard begins: with who is in it. */
  @Override
  public void requestFocus() {
    members.requestFocus();
    if (members.getSelectionModel().isEmpty()) members.getFocusModel().focus(0);
  }

  /** In the middle, where the name and its field stand. */
  static HBox centred(Node... nodes) {
    var row = new HBox(4, nodes);
    row.setAlignment(Pos.CENTER);
    return row;
  }
}
