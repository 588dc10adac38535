package paloma.ui.share;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import paloma.model.Message;
import paloma.ui.chats.MessageLine;
import paloma.ui.conversation.Parcel;
import paloma.ui.conversation.ParcelLook;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmojiLine;
import paloma.ui.wording.Wording;

/** "Send 2 files to …": what goes, the people it may go to, and the click that sends it. */
public final class ShareView extends VBox {
  /** Names shown; the rest is a number. */
  private static final int NAMES = 3;

  private final ShareViewModel model;
  private final Wording wording;
  private final Runnable send;
  private final Label title = new Label();
  private final VBox things = new VBox(8);
  private final ChoiceView people;

  /**
   * @param send sends to those who were chosen
   */
  public ShareView(ShareViewModel model, Wording wording, Runnable send) {
    this.model = model;
    this.wording = wording;
    this.send = send;
    people =
        new ChoiceView(
            model.choice(), wording, wording.say("window.share.to"), send, model::cancel);
    getStyleClass().add("share");
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    things.getStyleClass().add("things");
    things.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(people, Priority.ALWAYS);
    getChildren().addAll(title, things, people, foot());
    model.parcel().subscribe(this::show);
    model.message().subscribe(this::show);
  }

  private HBox foot() {
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), model::cancel);
    Button go = Buttons.primary("", send);
    go.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.choice().chosen().get() < 2
                        ? wording.say("window.share.send")
                        : wording.count("window.share.send-to", model.choice().chosen().get()),
                model.choice().chosen()));
    go.disableProperty().bind(model.choice().chosen().isEqualTo(0));
    var foot = new HBox(8, cancel, go);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show(Parcel parcel) {
    if (parcel == null) return;
    things.getChildren().clear();
    title.setText(ParcelLook.sentence(parcel, null, wording));
    for (var item : parcel.items().stream().limit(NAMES).toList()) {
      things.getChildren().add(ParcelLook.row(item, wording));
    }
    int more = parcel.items().size() - NAMES;
    if (more > 0) {
      var rest = new Label(wording.count("conversation.drop.more", more));
      rest.getStyleClass().addAll("small", "second");
      things.getChildren().add(rest);
    }
  }

  private void show(Message message) {
    if (message == null) return;
    title.setText(wording.say("window.forward.title"));
    things
        .getChildren()
        .setAll(new EmojiLine(new MessageLine(wording, _ -> "").of(message), "second"));
  }

  /** Where somebody begins to type. */
  @Override
  public void requestFocus() {
    people.requestFocus();
  }
}
