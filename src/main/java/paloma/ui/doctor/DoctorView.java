package paloma.ui.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.doctor.Check;
import paloma.ui.parts.Banner;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** Nobody was found: the cause, everything that was looked at, and an address by hand. */
public final class DoctorView extends ScrollPane {
  /** Below this width the foot takes two lines. */
  private static final int NARROW = 640;

  private final DoctorViewModel model;
  private final Wording wording;
  private final Consumer<String> copy;
  private final StackPane culprit = new StackPane();
  private final VBox table = new VBox();
  private final Label lead = new Label();

  /**
   * @param copy puts text on the clipboard
   */
  public DoctorView(DoctorViewModel model, Wording wording, Consumer<String> copy) {
    this.model = model;
    this.wording = wording;
    this.copy = copy;
    getStyleClass().add("doctor");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    table.getStyleClass().add("card");
    var space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    var page = new VBox(20, head(), culprit, table, space, foot());
    page.getStyleClass().add("doctor-page");
    page.setMaxWidth(1000);
    var content = new StackPane(page);
    // What does not fit is scrolled, never squeezed.
    page.setMinHeight(Region.USE_PREF_SIZE);
    content.setMinHeight(Region.USE_PREF_SIZE);
    setContent(content);
    model.finding().addListener(_ -> show());
    show();
  }

  private Node head() {
    var title = new Label(wording.say("window.doctor.title"));
    title.getStyleClass().add("title");
    wrap(title);
    lead.getStyleClass().add("second");
    wrap(lead);
    var texts = new VBox(2, title, lead);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var again =
        Buttons.with(
            Icon.of("arrow_clockwise"),
            Buttons.outlined(wording.say("window.doctor.again"), model::examine));
    var head = new HBox(12, texts, again);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node foot() {
    var ask = new Label(wording.say("window.doctor.address"));
    ask.getStyleClass().add("second");
    wrap(ask);
    var field = new TextField();
    field.setPromptText(wording.say("window.doctor.address.prompt"));
    field.setAccessibleText(ask.getText());
    field.textProperty().bindBidirectional(model.address());
    field.setPrefWidth(260);
    field.setOnAction(_ -> model.connect());
    var connect = Buttons.outlined(wording.say("window.doctor.connect"), model::connect);
    connect.disableProperty().bind(model.address().map(String::isBlank));
    var take =
        Buttons.with(
            Icon.of("copy"),
            Buttons.quiet(
                wording.say("window.doctor.copy"),
                () -> {
                  if (model.finding().get() != null) copy.accept(report());
                }));
    var left = new FlowPane(12, 8, ask, field, connect);
    left.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(left, Priority.ALWAYS);
    var foot = new StackPane();
    widthProperty()
        .addListener((_, _, width) ->
            foot.getChildren()
                .setAll(width.doubleValue() < NARROW ? new VBox(8, left, take) : row(left, take)));
    foot.getChildren().setAll(row(left, take));
    return foot;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void show() {
    var finding = model.finding().get();
    culprit.getChildren().clear();
    table.getChildren().clear();
    table.setVisible(finding != null);
    if (finding == null) {
      lead.setText(wording.say("window.doctor.looking"));
      return;
    }
    var cause = finding.culprit();
    lead.setText(wording.say(cause.isPresent() ? "window.doctor.cause" : "window.doctor.fine"));
    culprit.getChildren().setAll(banner(cause));
    fill(finding);
  }

  private Node banner(Optional<Check> cause) {
    if (cause.isEmpty()) return new Banner(Banner.Kind.OK, wording.say("window.doctor.alone"));
    var check = cause.get();
    var kind = check.result() == Check.Result.BLOCKED ? Banner.Kind.DANGER : Banner.Kind.WARN;
    var says = new Label(wording.say("window.doctor.because", says(check)));
    says.getStyleClass().add("strong");
    wrap(says);
    var fix = new Label(fix(check));
    wrap(fix);
    var icon =
        new StackPane(
            Icon.filled(kind == Banner.Kind.DANGER ? "shield_error" : "warning", 20)
                .with("on-accent"));
    icon.getStyleClass().add("culprit-icon");
    if (kind == Banner.Kind.WARN) icon.getStyleClass().add("warn");
    var texts = new VBox(4, says, fix);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var banner = new HBox(icon, texts);
    banner.getStyleClass().addAll("banner", kind == Banner.Kind.DANGER ? "danger" : "warn");
    return banner;
  }

  private void fill(DoctorViewModel.Finding finding) {
    var grid = new CheckGrid(finding.checks());
    var columns = grid.subjects();
    var at = small(wording.say("window.doctor.at", wording.clock(finding.at())));
    table.getChildren().add(line(columns(columns.size(), at, heads(columns))));
    for (var line : grid.lines()) {
      var title = new Label(title(line.check(), ""));
      var hint = small(wording.joined(title(line.check(), ".hint"), line.variant()));
      hint.setVisible(!hint.getText().isEmpty());
      hint.setManaged(hint.isVisible());
      wrap(title);
      wrap(hint);
      var name = new VBox(title, hint);
      var cells =
          columns.stream().map(s -> grid.at(line, s).map(this::cell).orElseGet(Region::new));
      var whole = grid.whole(line).stream().map(this::sentence).toArray(Node[]::new);
      table
          .getChildren()
          .add(
              line(
                  whole.length > 0
                      ? columns(1, name, List.of(stacked(whole)))
                      : columns(columns.size(), name, cells.toList())));
    }
  }

  private static VBox stacked(Node... nodes) {
    var box = new VBox(4, nodes);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private List<Node> heads(List<String> subjects) {
    return subjects.stream()
        .map(s -> {
          var parts = s.split(" ", 2);
          var name = new Label(parts[0]);
          name.getStyleClass().add("strong");
          var box = new VBox(name);
          if (parts.length > 1) box.getChildren().add(small(parts[1]));
          return (Node) box;
        })
        .toList();
  }

  private static GridPane columns(int columns, Node name, List<? extends Node> cells) {
    var grid = new GridPane();
    grid.getColumnConstraints().add(percent(34));
    for (int i = 0; i < columns; i++) {
      grid.getColumnConstraints().add(percent(66.0 / columns));
    }
    grid.add(name, 0, 0);
    for (int i = 0; i < cells.size(); i++) grid.add(cells.get(i), i + 1, 0);
    return grid;
  }

  private static Node line(GridPane grid) {
    grid.getStyleClass().add("check-line");
    return grid;
  }

  private static ColumnConstraints percent(double percent) {
    var column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private Node cell(Check check) {
    return cell(check, wording.say("window.doctor." + check.result().word()));
  }

  /** What is about no interface says it whole, unless there is nothing to say. */
  private Node sentence(Check check) {
    return check.result() == Check.Result.UNKNOWN ? cell(check) : cell(check, says(check));
  }

  private Node cell(Check check, String said) {
    var words = new Label(said);
    wrap(words);
    var icon =
        switch (check.result()) {
          case OK -> Icon.filled("checkmark_circle", 16).with("ok");
          case WARNING -> Icon.filled("warning", 16).with("warn");
          case BLOCKED -> Icon.filled("error_circle", 16).with("danger");
          case UNKNOWN -> Icon.of("subtract", 16);
        };
    switch (check.result()) {
      case OK -> {}
      case WARNING -> words.getStyleClass().add("warn");
      case BLOCKED -> words.getStyleClass().addAll("danger", "strong");
      case UNKNOWN -> words.getStyleClass().add("second");
    }
    var cell = new HBox(8, icon, words);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  /** Takes as many lines as it needs. */
  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  private static Label small(String words) {
    var label = new Label(words);
    label.getStyleClass().addAll("small", "second");
    return label;
  }

  private String title(String check, String which) {
    var key = "window.doctor.check." + check + which;
    return wording.words().has(key) ? wording.say(key) : which.isEmpty() ? check : "";
  }

  private String says(Check check) {
    return wording.say(key(check) + ".says", check.named());
  }

  private String fix(Check check) {
    var key = key(check) + ".fix";
    return wording.words().has(key) ? wording.say(key, check.named()) : "";
  }

  private static String key(Check check) {
    return "doctor." + check.check() + "." + check.result().word();
  }

  private String report() {
    var text = new StringBuilder();
    for (var check : model.finding().get().checks()) {
      text.append(check.result().word())
          .append('\t')
          .append(check.check())
          .append('\t')
          .append(check.subject())
          .append('\t')
          .append(says(check))
          .append('\n');
    }
    return text.toString();
  }
}
