package paloma.ui.conversation;

import java.io.File;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import paloma.model.DeviceId;
import paloma.ui.chats.MessageLine;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/**
 * Where somebody writes: attachments, text of one to eight lines, tools. Enter sends, Shift+Enter
 * breaks the line; an Enter that ends an input method's composition does neither.
 */
final class Composer extends VBox {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private static final int MOST_LINES = 8;

  /** Below this width everything is one row. */
  private static final int NARROW = 480;

  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final ConversationViewModel model;
  private final Wording words;
  private final Errands errands;
  private final WritingArea area = new WritingArea();
  private final MentionPicker mentions;
  private final EmojiLayer pictures = new EmojiLayer(area);
  private final StackPane field = new StackPane(area, pictures);
  private final AttachmentStrip strip;
  private final AimStrip aim;
  private final Button emoji;
  private final Button attach;
  private final Button quick;
  private final QuickReplies replies = new QuickReplies(this::say);
  private final ToggleButton seal;
  private final Button send;
  private final Label hint = new Label();
  private final HBox locked = new HBox();
  private final Label why = new Label();
  private boolean composing;

  /**
   * @param names what somebody is called
   */
  Composer(
      ConversationViewModel model,
      Wording words,
      Errands errands,
      Function<DeviceId, String> names) {
    this.model = model;
    this.words = words;
    this.errands = errands;
    mentions = new MentionPicker(area, model, words);
    getStyleClass().add("composer");
    strip = new AttachmentStrip(model.writing().attachments(), words);
    var line = new MessageLine(words, names);
    aim =
        new AimStrip(
            model.writing(),
            words,
            m -> m.own() ? words.say("conversation.you") : names.apply(m.author()),
            line::of);
    emoji = Buttons.icon("emoji", words.say("composer.emoji"), () -> {});
    emoji.setOnAction(_ -> new EmojiPicker(words, this::insert).showAbove(emoji));
    attach = Buttons.icon("attach", words.say("composer.attach"), this::attach);
    quick = Buttons.icon("document_text", words.say("window.quick"), () -> {});
    quick.setOnAction(_ -> {
      area.requestFocus();
      replies.showAbove(quick);
    });
    seal = Buttons.toggle("envelope", words.say("composer.seal"));
    hint.getStyleClass().addAll("small", "second", "hint");
    send = sendButton();
    field.getStyleClass().add("field");
    locked.getStyleClass().add("locked");
    why.getStyleClass().add("second");
  }

  private Button sendButton() {
    var send =
        Buttons.with(Icon.of("send"), Buttons.primary(words.say("composer.send"), model::send));
    send.getStyleClass().add("send");
    send.setAccessibleText(words.say("composer.send"));
    send.disableProperty().bind(model.writing().sendable().not());
    return send;
  }

  void start() {
    area.bind(model.writing().draft());
    area.textProperty().addListener(_ -> grow());
    area.textProperty().addListener((_, was, now) -> typed(was, now));
    area.widthProperty().addListener(_ -> grow());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> composing = !e.getComposed().isEmpty());
    model.peerProperty().addListener(_ -> prompt());
    model.party().version().addListener(_ -> prompt());
    model.writing().gone().subscribe(this::locked);
    model.writing().stopped().subscribe(this::arrange);
    widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(this::arrange);
    model.writing().enterSends().subscribe(this::hint);
    seal.setOnAction(_ -> model.writing().seal(seal.isSelected()));
    model.writing().aim().subscribe(_ -> seal.setSelected(model.writing().sealed()));
    pictures.start();
    mentions.start();
    aim.start();
    arrange();
    hint();
    prompt();
    strip.start();
    grow();
  }

  void write() {
    area.requestFocus();
    area.end();
  }

  private void arrange() {
    boolean writing = area.isFocused();
    boolean narrow = getWidth() < NARROW;
    pseudoClassStateChanged(SLIM, narrow);
    send.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    if (model.writing().stopped().get()) {
      getChildren().setAll(locked);
    } else if (narrow) {
      // The field is the end of the row that grows; the buttons stay at its last line.
      HBox.setHgrow(field, Priority.ALWAYS);
      getChildren().setAll(aim, strip, row(attach, field, quick, emoji, seal, send));
    } else {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      getChildren().setAll(aim, strip, field, row(emoji, attach, quick, seal, gap, hint, send));
    }
    if (writing) area.requestFocus();
  }

  /** Why nothing can be written. */
  private void locked(boolean gone) {
    locked.getChildren().setAll(Icon.of(gone ? "sign_out" : "lock_closed"), why);
    why.setText(words.say(gone ? "group.gone" : "composer.stopped"));
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("tools");
    return row;
  }

  private void hint() {
    var shortcut = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    hint.setText(
        model.writing().enterSends().get()
            ? words.say("composer.hint")
            : words.say("composer.hint.shortcut", shortcut.getDisplayText()));
  }

  private void prompt() {
    var peer = model.peerProperty().get();
    var group = model.party().group().get();
    var text =
        group != null
            ? words.say("composer.prompt.in", SafeText.name(group.name()))
            : peer == null
                ? words.say("composer.prompt")
                : words.say("composer.prompt.to", SafeText.name(peer.name()));
    area.setPromptText(text);
    area.setAccessibleText(text);
  }

  /** Whom an @ may call; stands above everything here. */
  Node mentions() {
    return mentions;
  }

  private void key(KeyEvent event) {
    if (!composing && mentions.key(event)) return;
    if (replies.key(event)) return;
    if (event.getCode() == KeyCode.ENTER) {
      if (composing) return;
      event.consume();
      boolean plain = !event.isShortcutDown();
      if (event.isShiftDown()
          || event.isAltDown()
          || plain && !model.writing().enterSends().get()) {
        area.replaceSelection("\n");
      } else {
        model.send();
      }
    } else if (event.getCode() == KeyCode.ESCAPE) {
      if (model.writing().aimed()) {
        model.writing().leave();
        event.consume();
      }
    } else if (event.getCode() == KeyCode.UP && area.getText().isEmpty()) {
      model.editLast();
      event.consume();
    } else if (PASTE.match(event)) {
      var files = Clipboard.getSystemClipboard().getFiles();
      if (!files.isEmpty()) {
        strip.add(files.stream().map(File::toPath).toList());
        event.consume();
      }
    }
  }

  private void insert(String emoji) {
    area.replaceSelection(emoji);
    area.requestFocus();
  }

  /** What somebody says often, as it is set now. */
  QuickReplies replies() {
    return replies;
  }

  /** The key to the list counts where nothing else stands, and only when it was just typed. */
  private void typed(String was, String now) {
    if (now.equals(QuickReplies.KEY) && was.isEmpty() && area.isFocused()) {
      replies.showAbove(area);
    } else {
      replies.hide();
    }
  }

  private void say(String reply) {
    if (area.getText().equals(QuickReplies.KEY)) area.clear();
    insert(reply);
  }

  private void attach() {
    strip.add(errands.files().get());
    area.requestFocus();
  }

  /** As high as its text, between one line and eight; then it scrolls. */
  private void grow() {
    area.applyCss();
    var text = (Text) area.lookup(".text");
    if (text == null) return;
    var insets = area.getInsets();
    var measure = new Text(area.getText() + (area.getText().endsWith("\n") ? " " : ""));
    measure.setFont(area.getFont());
    measure.setWrappingWidth(
        Math.max(1, area.getWidth() - insets.getLeft() - insets.getRight() - 2));
    var line = new Text("Ag");
    line.setFont(area.getFont());
    double one = line.getLayoutBounds().getHeight();
    double lines = Math.max(1, Math.round(measure.getLayoutBounds().getHeight() / one));
    if (area.lookup(".scroll-pane") instanceof ScrollPane scroll) {
      // A bar that comes for a moment would take the width of some letters.
      scroll.setVbarPolicy(
          lines > MOST_LINES
              ? ScrollPane.ScrollBarPolicy.AS_NEEDED
              : ScrollPane.ScrollBarPolicy.NEVER);
    }
    double height =
        Math.ceil(Math.min(lines, MOST_LINES) * one) + insets.getTop() + insets.getBottom() + 2;
    area.setMinHeight(height);
    area.setPrefHeight(height);
    area.setMaxHeight(height);
  }
}
