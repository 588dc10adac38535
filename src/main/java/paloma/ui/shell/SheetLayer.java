package paloma.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Sheet;
import paloma.ui.settings.ProfileView;
import paloma.ui.share.ShareView;
import paloma.ui.wording.Wording;

/** What other programs ask of the person, above everything else in the window. */
final class SheetLayer extends StackPane {
  private static final int SHARE_WIDTH = 480;
  private static final int SHARE_HEIGHT = 620;
  private static final int QUESTION_WIDTH = 440;
  private static final int PROFILE_WIDTH = 480;

  private final ShellViewModel shell;
  private final Wording wording;
  private final Supplier<Optional<Path>> pictures;
  private Sheet profile;
  private Sheet share;
  private Sheet question;

  /**
   * @param pictures asks for an image file
   */
  SheetLayer(ShellViewModel shell, Wording wording, Supplier<Optional<Path>> pictures) {
    this.pictures = pictures;
    this.shell = shell;
    this.wording = wording;
    setPickOnBounds(false);
    shell.share().parcel().subscribe(_ -> share(shell.share().loaded()));
    shell.share().message().subscribe(_ -> share(shell.share().loaded()));
    shell.invitation().subscribe(this::ask);
    shell.profileShown().subscribe(this::profile);
  }

  boolean showing() {
    return !getChildren().isEmpty();
  }

  private void profile(boolean wanted) {
    if (wanted == (profile != null)) return;
    if (!wanted) {
      getChildren().remove(profile);
      profile = null;
      return;
    }
    Runnable done = () -> shell.profileShown().set(false);
    var view = new ProfileView(shell.preferences(), wording, pictures, done);
    Runnable cancel =
        () -> {
          shell.preferences().forget();
          done.run();
        };
    profile = new Sheet(view, PROFILE_WIDTH, Region.USE_PREF_SIZE, cancel);
    getChildren().addFirst(profile);
    view.requestFocus();
  }

  private void share(boolean wanted) {
    if (wanted == (share != null)) return;
    if (!wanted) {
      getChildren().remove(share);
      share = null;
      return;
    }
    var view = new ShareView(shell.share(), wording, () -> shell.share().send(shell::open));
    share = new Sheet(view, SHARE_WIDTH, SHARE_HEIGHT, shell.share()::cancel);
    // A question that is open stays in front.
    getChildren().addFirst(share);
    if (question == null) view.requestFocus();
  }

  private void ask(Invitation invitation) {
    if (question != null) getChildren().remove(question);
    question = null;
    if (invitation == null) return;
    Runnable no = () -> shell.invitation().set(null);
    var title = new Label(wording.say("window.dial.title", invitation.text()));
    title.getStyleClass().add("title");
    var words = new Label(wording.say("window.dial.words"));
    words.getStyleClass().add("second");
    for (var label : new Label[] {title, words}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), no);
    var connect = Buttons.primary(wording.say("window.doctor.connect"), shell::dial);
    var foot = new HBox(8, cancel, connect);
    foot.setAlignment(Pos.CENTER_RIGHT);
    var card =
        new VBox(12, title, words, foot) {
          /** Somebody may be typing when a link opens this: their Enter must not say yes. */
          @Override
          public void requestFocus() {
            cancel.requestFocus();
          }
        };
    card.getStyleClass().add("question");
    question = new Sheet(card, QUESTION_WIDTH, Region.USE_PREF_SIZE, no);
    getChildren().add(question);
    card.requestFocus();
  }
}
