package paloma.ui.conversation;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Receipt;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.ui.parts.Banner;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** One conversation: header, trouble, timeline, composer, and what a drop on it would do. */
public final class ConversationView extends StackPane implements Deeds.Outlet {
  private final ConversationViewModel model;
  private final Wording words;
  private final Errands errands;
  private final ConversationHeader header;
  private final TimelineView timeline;
  private final Composer composer;
  private final DropOverlay overlay;
  private final FindBar find;
  private final VBox trouble = new VBox();
  private final Function<DeviceId, String> names;
  private Runnable verify;
  private Consumer<Message> forward = _ -> {};
  private boolean dragging;

  /**
   * A view of an open conversation; {@link #start} makes it follow its model.
   *
   * @param names what somebody is called who may not be in the conversation any more
   */
  public ConversationView(
      ConversationViewModel model,
      Wording words,
      ZoneId zone,
      Function<DeviceId, String> names,
      Errands errands) {
    this.model = model;
    this.words = words;
    this.errands = errands;
    this.names = names;
    var width = new SimpleDoubleProperty();
    var menu = new MessageMenu(words, model.deeds(), model);
    var contents =
        new Contents(
            words,
            errands,
            width,
            names,
            new CallMarks(model.party(), names),
            this::act,
            model.deeds(),
            model.find().query()::get);
    var said = new SaidNodes(words, errands, contents, names, model.deeds(), model::me, menu);
    var nodes = new RowNodes(words, zone, said);
    header = new ConversationHeader(model, words, names);
    timeline = new TimelineView(model, nodes, menu, errands, words, width);
    composer = new Composer(model, words, errands, names);
    overlay = new DropOverlay(words);
    find = new FindBar(model.find(), words);
    header
        .tools()
        .getChildren()
        .add(Buttons.icon("search", words.say("conversation.find"), this::find));
    getStyleClass().add("conversation");
    var page = new BorderPane(timeline);
    page.setTop(new VBox(header, find, trouble));
    page.setBottom(composer);
    getChildren().addAll(page, composer.mentions(), overlay);
    StackPane.setAlignment(composer.mentions(), Pos.BOTTOM_LEFT);
    composer
        .heightProperty()
        .addListener((_, _, high) ->
            StackPane.setMargin(composer.mentions(), new Insets(0, 0, high.doubleValue() + 4, 12)));
  }

  public void start() {
    model.deeds().outlet(this);
    header.start();
    timeline.start();
    composer.start();
    find.start();
    model
        .find()
        .open()
        .subscribe((was, now) -> {
          if (was && !now) composer.write();
        });
    setOnDragEntered(this::entered);
    setOnDragOver(this::over);
    setOnDragExited(_ -> left());
    setOnDragDropped(this::dropped);
    model.problemProperty().addListener(_ -> showTrouble());
    model.peerProperty().addListener(_ -> showTrouble());
    showTrouble();
  }

  /** What passes a message on; the window shows to whom. */
  public void setForward(Consumer<Message> action) {
    forward = action;
  }

  @Override
  public void forward(Message message) {
    forward.accept(message);
  }

  @Override
  public void readers(List<Receipt> receipts, Runnable remind) {
    new ReadersCard(receipts, words, names, remind).show(this);
  }

  @Override
  public void jump(MessageId id) {
    model.jump(id);
  }

  /** Puts the caret into the field that searches this conversation. */
  public void find() {
    find.type();
  }

  /** Puts the caret into the composer. */
  @Override
  public void write() {
    composer.write();
  }

  /** What somebody says often, as it is set now. */
  public void setQuickReplies(Supplier<List<String>> replies) {
    composer.replies().replies(replies);
  }

  /** This is the conversation with oneself. */
  public void showNotes() {
    header.notes();
  }

  /** A way back, while the window is one column; null for none. */
  public void setBack(Runnable action) {
    header.setBack(action);
  }

  /** What comparing words does when the other person's key changed; null shows no button. */
  public void setVerify(Runnable action) {
    verify = action;
    showTrouble();
  }

  /** Where the window may add buttons to the header. */
  public HBox headerTools() {
    return header.tools();
  }

  public ConversationViewModel model() {
    return model;
  }

  /** Scrolls to the newest message. */
  public void toEnd() {
    timeline.toEnd();
  }

  private void showTrouble() {
    trouble.getChildren().clear();
    var peer = model.peerProperty().get();
    if (peer != null && peer.trust() == Trust.CHANGED) trouble.getChildren().add(changed(peer));
    var problem = model.problemProperty().get();
    if (problem == null) return;
    var close = Buttons.icon("dismiss", words.say("conversation.close"), model::dismissProblem);
    var banner = new Banner(Banner.Kind.DANGER, words.problem(problem).line(), close);
    banner.getStyleClass().add("strip");
    trouble.getChildren().add(banner);
  }

  private Banner changed(Peer peer) {
    var who = SafeText.name(peer.name());
    var buttons =
        verify == null
            ? new Node[0]
            : new Node[] {
              Buttons.danger(words.say("conversation.changed.verify", who), () -> verify.run())
            };
    return Banner.tall(
        Banner.Kind.DANGER,
        words.say("conversation.changed.title", who),
        words.say("conversation.changed.says", who),
        buttons);
  }

  private void act(CardLook.Act act, MessageId offer) {
    switch (act) {
      case SAVE, SAVE_AFTER_ALL, AGAIN -> model.deeds().save(offer, null);
      case SAVE_AS, ELSEWHERE ->
          errands.folder().get().ifPresent(folder -> model.deeds().save(offer, folder));
      case DECLINE -> model.deeds().decline(offer);
      case CANCEL -> model.deeds().cancel(offer);
      case OPEN -> path(offer, errands.open());
      case SHOW -> path(offer, errands.show());
    }
  }

  private void path(MessageId offer, Consumer<Path> then) {
    for (var row : model.rows()) {
      if (row instanceof Row.Said said
          && said.message().id().equals(offer)
          && said.message().body() instanceof Body.Offer) {
        said.transfers().stream()
            .map(Transfer::path)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(then);
      }
    }
  }

  private void entered(DragEvent event) {
    if (takes(event)) hold(paths(event));
  }

  /** Says what a drop of these files would do, as while somebody holds them over it. */
  public void hold(List<Path> files) {
    dragging = true;
    model.measure(
        files,
        parcel -> {
          if (dragging) overlay.show(parcel, model.peerProperty().get());
        });
  }

  /** Offers files that were let go over the conversation. */
  public void drop(List<Path> files) {
    left();
    model.offer(files);
  }

  private void left() {
    dragging = false;
    overlay.hideAgain();
  }

  private boolean takes(DragEvent event) {
    return event.getDragboard().hasFiles() && !model.writing().stopped().get();
  }

  private void over(DragEvent event) {
    if (!takes(event)) return;
    event.acceptTransferModes(TransferMode.COPY);
    event.consume();
  }

  private void dropped(DragEvent event) {
    boolean taken = takes(event);
    if (taken) drop(paths(event));
    event.setDropCompleted(taken);
    event.consume();
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
