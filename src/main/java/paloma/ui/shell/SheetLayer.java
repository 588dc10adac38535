package paloma.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.ui.announce.ComposeView;
import paloma.ui.group.GatheringView;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Question;
import paloma.ui.parts.Sheet;
import paloma.ui.settings.ProfileView;
import paloma.ui.share.ShareView;
import paloma.ui.wording.Wording;

/** What other programs ask of the person, above everything else in the window. */
final class SheetLayer extends StackPane {
  private static final int SHARE_WIDTH = 480;
  private static final int SHARE_HEIGHT = 620;
  private static final int ANNOUNCE_WIDTH = 560;
  private static final int ANNOUNCE_HEIGHT = 520;
  private static final int QUESTION_WIDTH = 440;
  private static final int PROFILE_WIDTH = 480;

  private final ShellViewModel shell;
  private final Wording wording;
  private final Supplier<Optional<Path>> pictures;
  private Sheet profile;
  private Sheet share;
  private Sheet gathering;
  private Sheet question;
  private Sheet announcing;

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
    shell.gathering().aim().subscribe(aim -> gather(aim != null));
    shell.invitation().subscribe(this::ask);
    shell.question().subscribe(this::ask);
    shell.announcements().composing().open().subscribe(this::announce);
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

  private void gather(boolean wanted) {
    if (gathering != null) getChildren().remove(gathering);
    gathering = null;
    if (!wanted) return;
    var and = wording.say("group.people.and");
    var view =
        new GatheringView(shell.gathering(), wording, () -> shell.gathering().go(and, shell::open));
    gathering = new Sheet(view, SHARE_WIDTH, SHARE_HEIGHT, shell.gathering()::cancel);
    getChildren().addFirst(gathering);
    if (question == null) view.requestFocus();
  }

  private void announce(boolean wanted) {
    if (wanted == (announcing != null)) return;
    if (!wanted) {
      getChildren().remove(announcing);
      announcing = null;
      return;
    }
    var composing = shell.announcements().composing();
    var view = new ComposeView(composing, wording);
    announcing = new Sheet(view, ANNOUNCE_WIDTH, ANNOUNCE_HEIGHT, composing::leave);
    getChildren().addFirst(announcing);
    if (question == null) view.requestFocus();
  }

  private void ask(Invitation invitation) {
    close(question);
    if (invitation == null) return;
    var yes = Buttons.primary(wording.say("window.doctor.connect"), shell::dial);
    ask(
        wording.say("window.dial.title", invitation.text()),
        wording.say("window.dial.words"),
        yes,
        () -> shell.invitation().set(null));
  }

  private void ask(Question asked) {
    close(question);
    if (asked == null) return;
    Runnable no = () -> shell.question().set(null);
    var yes =
        Buttons.danger(
            asked.yes(),
            () -> {
              no.run();
              asked.action().run();
            });
    ask(asked.title(), asked.words(), yes, no);
  }

  private void close(Sheet old) {
    getChildren().remove(old);
    question = null;
  }

  private void ask(String says, String about, Button yes, Runnable no) {
    var title = new Label(says);
    title.getStyleClass().add("title");
    var words = new Label(about);
    words.getStyleClass().add("second");
    for (var label : new Label[] {title, words}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), no);
    var foot = new HBox(8, cancel, yes);
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
