package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.core.Notice;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.settings.Language;
import paloma.ui.Theme;

/** A conversation on a screen in memory, driven by keys and clicks. */
final class ConversationViewTest {
  private static final int PATIENCE_SECONDS = 20;

  @TempDir private Path folder;

  private final SampleTalk talk = new SampleTalk();
  private final List<Path> opened = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private Stage stage;
  private ConversationView view;

  @BeforeAll
  static void startJavaFx() throws InterruptedException {
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      // Another test of this JVM started it already.
      started.countDown();
    }
    started.await();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() throws Exception {
    for (int i = 0; i < 60; i++) {
      talk.text(i % 3 == 0, Gallery.NOW.plusSeconds(i * 400L), "line " + i, Message.State.READ);
    }
    talk.file(false, Gallery.NOW.plusSeconds(30_000), "plan.pdf", 1, 1000, Transfer.State.OFFERED);
    onFx(() -> {
      var model =
          new ConversationViewModel(
              talk, SampleTalk.ID, Platform::runLater, Runnable::run, ZoneId.of("UTC"));
      var errands =
          new Errands(_ -> {}, opened::add, _ -> {}, List::of, Optional::empty, copied::add);
      view =
          new ConversationView(
              model, Gallery.words(Language.EN), Gallery.ZONE, _ -> "Anna", errands);
      view.start();
      model.open();
      stage = new Stage();
      var scene = new Scene(view, 800, 700);
      new Theme(Language.EN.locale()).apply(scene);
      stage.setScene(scene);
      stage.show();
      view.write();
      return null;
    });
    await(() -> stage.isFocused() && area().isFocused() && find(".file-card") != null);
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      stage.hide();
      return null;
    });
  }

  @Test
  void enterSendsAndShiftEnterBreaksTheLine() throws Exception {
    press(KeyCode.A);
    press(KeyCode.SHIFT, KeyCode.ENTER);
    press(KeyCode.B);
    await(() -> area().getText().equals("a\nb"));
    assertThat(talk.asked).isEmpty();
    press(KeyCode.ENTER);
    await(() -> area().getText().isEmpty());
    assertThat(talk.asked).containsExactly("say a\nb");
  }

  @Test
  void theComposerGrowsToEightLines() throws Exception {
    double one = onFx(() -> area().getHeight());
    for (int i = 0; i < 3; i++) press(KeyCode.SHIFT, KeyCode.ENTER);
    await(() -> area().getHeight() > one * 2.5);
    for (int i = 0; i < 12; i++) press(KeyCode.SHIFT, KeyCode.ENTER);
    await(() -> area().getText().length() == 15);
    assertThat(onFx(() -> area().getHeight())).isLessThan(one * 8.5);
  }

  @Test
  void aCardIsSavedByAClick() throws Exception {
    click(button("Save"));
    await(() -> talk.asked.equals(List.of("accept null")));
  }

  @Test
  void aCardShowsHowFarItIsAndThenOpensByAClick() throws Exception {
    var offer = talk.messages.getLast();
    var there = folder.resolve("plan.pdf");
    hear(new Notice.TransferProgress(talk.transfer(offer, Transfer.State.RUNNING, 400, null)));
    await(() ->
        find(".file-card .progress-bar") instanceof ProgressBar bar && bar.getProgress() == 0.4);
    hear(new Notice.TransferFinished(talk.transfer(offer, Transfer.State.FINISHED, 1000, there)));
    await(() -> find(".file-card .progress-bar") == null);
    click(button("Open"));
    await(() -> opened.equals(List.of(there)));
  }

  private void hear(Notice notice) throws Exception {
    onFx(() -> {
      view.model().hear(notice);
      return null;
    });
  }

  @Test
  void filesHeldOverItAreNamedAndADropOffersThem() throws Exception {
    var file = Files.writeString(folder.resolve("prices.csv"), "a;b");
    onFx(() -> {
      view.hold(List.of(file));
      return null;
    });
    await(() -> find(".drop-card") != null);
    var title = (Label) find(".drop-card > .title");
    assertThat(title.getText()).isEqualTo("Send 1 file (3 B) to Anna");
    onFx(() -> {
      view.drop(List.of(file));
      return null;
    });
    await(() -> talk.asked.equals(List.of("offer [prices.csv]")));
    assertThat(find(".drop-card")).isNull();
  }

  @Test
  void theFocusedBubbleIsCopiedByKey() throws Exception {
    onFx(() -> {
      var list = (ListView<?>) find(".timeline");
      list.requestFocus();
      list.getSelectionModel().clearAndSelect(list.getItems().size() - 2);
      list.getFocusModel().focus(list.getItems().size() - 2);
      return null;
    });
    press(KeyCode.CONTROL, KeyCode.C);
    await(() -> copied.equals(List.of("line 59")));
  }

  @Test
  void onlyRowsInViewExistAndTheNewestIsInView() throws Exception {
    assertThat(onFx(() -> view.lookupAll(".bubble").size())).isLessThan(40);
    await(() -> view.model().atEndProperty().get());
    onFx(() -> {
      var list = find(".timeline");
      Bounds at = list.localToScreen(list.getBoundsInLocal());
      var robot = new Robot();
      robot.mouseMove(at.getCenterX(), at.getCenterY());
      robot.mouseWheel(-20);
      return null;
    });
    await(() -> !view.model().atEndProperty().get());
    click(button("Latest"));
    await(() -> view.model().atEndProperty().get());
  }

  @Test
  void olderMessagesComeInWithoutPushingAwayWhatIsInView() throws Exception {
    for (int i = 0; i < 400; i++) {
      talk.text(false, Gallery.NOW.plusSeconds(40_000 + i), "more " + i, Message.State.READ);
    }
    close();
    open();
    await(() -> said() == 200 && view.model().atEndProperty().get());
    long before = 200;
    onFx(() -> {
      find(".timeline").requestFocus();
      return null;
    });
    var top = talk.messages.get(talk.messages.size() - 200).id();
    press(KeyCode.HOME);
    await(() -> said() > before);
    await(() -> messagesInView().getFirst().equals(top));
    assertThat(onFx(this::said) - before).isLessThanOrEqualTo(200);
  }

  private long said() {
    return view.model().rows().stream().filter(r -> r instanceof Row.Said).count();
  }

  /** Messages whose top is in view, from above. */
  private List<MessageId> messagesInView() {
    var flow = (VirtualFlow<?>) find(".virtual-flow");
    var found = new ArrayList<MessageId>();
    int last = flow.getLastVisibleCell().getIndex();
    for (int i = flow.getFirstVisibleCell().getIndex(); i <= last; i++) {
      var cell = flow.getCell(i);
      boolean whole = cell.getBoundsInParent().getMinY() >= 0;
      if (whole && cell.getItem() instanceof Row.Said said) found.add(said.message().id());
    }
    return found;
  }

  private TextArea area() {
    return (TextArea) find(".composer .text-area");
  }

  private Node find(String style) {
    return view.lookup(style);
  }

  private Button button(String words) {
    return (Button)
        view.lookupAll(".p-button").stream()
            .filter(n -> n instanceof Button b && words.equals(b.getText()))
            .findFirst()
            .orElseThrow();
  }

  private void click(Button button) throws Exception {
    await(button::isVisible);
    onFx(() -> {
      Bounds at = button.localToScreen(button.getBoundsInLocal());
      var robot = new Robot();
      robot.mouseMove(at.getCenterX(), at.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return null;
    });
  }

  private static void press(KeyCode... keys) throws Exception {
    onFx(() -> {
      var robot = new Robot();
      for (var key : keys) robot.keyPress(key);
      for (int i = keys.length - 1; i >= 0; i--) robot.keyRelease(keys[i]);
      return null;
    });
  }

  /** Waits until something holds, looking once a frame. */
  private static void await(Callable<Boolean> holds) throws Exception {
    var seen = new CountDownLatch(1);
    var look =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (holds.call()) seen.countDown();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        };
    Platform.runLater(look::start);
    boolean held = seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Platform.runLater(look::stop);
    assertThat(held).isTrue();
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
