package paloma.ui;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.DeviceId;
import paloma.model.Problem;
import paloma.platform.DownloadFolder;
import paloma.platform.FileOpener;
import paloma.platform.Tray;
import paloma.platform.idle.IdleHere;
import paloma.settings.ProgramHome;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.ui.conversation.Errands;
import paloma.ui.conversation.Talk;
import paloma.ui.parts.PalomaMark;
import paloma.ui.shell.Alert;
import paloma.ui.shell.ConversationZone;
import paloma.ui.shell.Invitation;
import paloma.ui.shell.Lane;
import paloma.ui.shell.Outside;
import paloma.ui.shell.ShellView;
import paloma.ui.shell.ShellViewModel;
import paloma.ui.shell.Surroundings;
import paloma.ui.shell.Toast;
import paloma.ui.shell.TrayPicture;
import paloma.ui.wording.Wording;
import paloma.work.Tasks;

/**
 * The window of one messenger and its place in the tray. {@link #open}, {@link #raise} and {@link
 * #close} may be called from any thread; everything else happens on the JavaFX thread.
 */
public final class PalomaWindow implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.ui");

  private final Messenger messenger;
  private final Settings settings;
  private final Tasks tasks;
  private final Opening opening;
  private final Lane lane;

  /** Done on the JavaFX thread when the window is made; what is wanted before waits for it. */
  private final CompletableFuture<Void> made = new CompletableFuture<>();

  private Stage stage;
  private Choosers desktop;
  private Wording wording;
  private ShellViewModel shell;
  private ConversationZone zone;
  private WindowPlace place;
  private Dress dress;
  private Surroundings surroundings = Surroundings.none();
  private List<AutoCloseable> listening = List.of();
  private volatile Attendance attendance;

  private PalomaWindow(Messenger messenger, Settings settings, Tasks tasks, Opening opening) {
    this.messenger = messenger;
    this.settings = settings;
    this.tasks = tasks;
    this.opening = opening;
    lane = new Lane(tasks, problem -> Platform.runLater(() -> shell.trouble(problem)));
  }

  /**
   * Starts JavaFX if nobody did, and shows the window of a started messenger.
   *
   * @param quit ends the program; called once when the person wants that
   */
  public static PalomaWindow open(
      Messenger messenger, Settings settings, Tasks tasks, Runnable quit) {
    var cover = Cover.show(settings, tasks, quit);
    return open(cover, messenger, settings, tasks, new Opening(false, Optional.empty(), quit));
  }

  /** The same in a window that shows its cover, or has one unseen. */
  public static PalomaWindow open(
      Cover cover, Messenger messenger, Settings settings, Tasks tasks, Opening opening) {
    var window = new PalomaWindow(messenger, settings, tasks, opening);
    window.lane.start();
    cover.ready().thenAccept(below -> Platform.runLater(() -> window.show(below)));
    return window;
  }

  private void show(Cover.Window below) {
    stage = below.stage();
    desktop = new Choosers(stage);
    wording = new Wording(Words.of(settings), ZoneId.systemDefault(), tasks.time()::now);
    shell = new ShellViewModel(messenger, settings, wording, Platform::runLater, lane);
    dress = new Dress(below.theme(), shell.preferences());
    stage.getIcons().setAll(PalomaMark.windowIcons());
    var unread = shell.chats().unread();
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> unread.get() == 0 ? "Paloma" : "(" + unread.get() + ") Paloma", unread));
    shell.looking().bind(stage.focusedProperty().and(stage.iconifiedProperty().not()));
    var view = view();
    below.scene().setRoot(view);
    dress.put(below.scene());
    place = new WindowPlace(stage, settings, view.listWidth());
    stage.setOnCloseRequest(event -> {
      event.consume();
      closeRequested();
    });
    listening =
        List.of(
            messenger.listen(notice -> Platform.runLater(() -> hear(notice))),
            messenger.appearance().listen(() -> Platform.runLater(shell.preferences()::again)));
    shell.load();
    if (!opening.background()) stage.show();
    view.begin();
    made.complete(null);
    tasks.start("surroundings", this::surround);
  }

  private void hear(Notice notice) {
    shell.hear(notice);
    zone.hear(notice);
  }

  private ShellView view() {
    var outside =
        new Outside(
            FileOpener.here(),
            downloads(),
            desktop::folder,
            () -> desktop.picture(wording.say("window.profile.pictures")),
            desktop::copy,
            opening.login());
    zone =
        new ConversationZone(
            Talk.with(messenger),
            shell,
            Platform::runLater,
            lane,
            ZoneId.systemDefault(),
            wording,
            errands(outside));
    return new ShellView(shell, wording, zone, outside);
  }

  private Errands errands(Outside outside) {
    return new Errands(
        page -> outside.opener().browse(page),
        file -> outside.opener().open(file),
        file -> outside.opener().show(file),
        desktop::files,
        desktop::folder,
        desktop::copy);
  }

  private ObservableValue<String> downloads() {
    var usual = DownloadFolder.here(ProgramHome.portableHere().map(ProgramHome::downloads));
    return shell
        .preferences()
        .value(Setting.DOWNLOADS)
        .map(set -> set.isBlank() ? usual.toString() : set);
  }

  /** Off the JavaFX thread: a desktop may take its time to answer. */
  private void surround() {
    attend();
    var there = Surroundings.open(TrayPicture.of(false), this::raise);
    Platform.runLater(() -> {
      surroundings = there;
      if (opening.background() && !stage.isShowing() && !there.hasTray()) {
        // Without an icon beside the clock it must be found somewhere.
        stage.setIconified(true);
        stage.show();
      }
      surroundings.menu(
          List.of(
              new Tray.Entry(wording.say("window.tray.open"), this::raise),
              Tray.Entry.separator(),
              new Tray.Entry(wording.say("window.tray.quit"), this::quit)));
      shell.telling().by(this::tell);
      var unread = shell.chats().unread();
      unread.addListener(
          (_, _, now) -> surroundings.change(TrayPicture.of(now.intValue() > 0), stage.getTitle()));
    });
  }

  /** Looks whether somebody sits at the computer. */
  private void attend() {
    attendance =
        new Attendance(
            tasks,
            IdleHere.open(),
            () -> settings.get(Setting.IDLE_MINUTES),
            messenger.appearance()::untouched);
    attendance.start();
    Platform.runLater(() -> stage.addEventFilter(InputEvent.ANY, _ -> attendance.touched()));
  }

  private void tell(Alert alert) {
    Runnable clicked =
        () ->
            Platform.runLater(() -> {
              raise();
              shell.follow(alert);
            });
    tasks.start(
        "notification",
        () -> {
          var topic = alert.topic();
          if (!surroundings.notify(topic, alert.title(), alert.text(), clicked)) {
            Platform.runLater(
                () -> shell.toasts().add(Toast.news(alert.title(), alert.text(), clicked)));
          }
        });
  }

  private void closeRequested() {
    place.save(shell);
    if (!surroundings.hasTray() || !settings.get(Setting.KEEP_RUNNING)) {
      quit();
      return;
    }
    stage.hide();
    if (settings.get(Setting.TOLD_KEEP_RUNNING)) return;
    lane.execute(() -> settings.set(Setting.TOLD_KEEP_RUNNING, true));
    var says = wording.say("window.tray.still");
    var hint = wording.say("window.tray.still.hint");
    tasks.start("notification", () -> surroundings.notify("tray", says, hint, this::raise));
  }

  private void quit() {
    tasks.start("quit", opening.quit()::run);
  }

  /** Brings the window to the front, also out of the tray. */
  public void raise() {
    front(() -> {});
  }

  /** Opens the conversation with somebody. */
  public void converse(DeviceId peer) {
    front(() -> shell.people().converse(peer, shell::open));
  }

  /** Asks the person whether to dial an address; nothing is looked up or dialled before. */
  public void askToDial(String host, int port) {
    front(() -> shell.invitation().set(new Invitation(host, port)));
  }

  /** Asks the person to whom files go; nothing is sent before. */
  public void share(List<Path> paths) {
    front(() -> shell.share().add(paths));
  }

  /** Says what could not be done. */
  public void trouble(Problem problem) {
    front(() -> shell.trouble(problem));
  }

  private void front(Runnable then) {
    made.thenRun(() ->
        Platform.runLater(() -> {
          stage.setIconified(false);
          stage.show();
          stage.toFront();
          stage.requestFocus();
          then.run();
        }));
  }

  /** Takes the window and the tray icon away; the messenger goes on. */
  @Override
  public void close() {
    Platform.runLater(() -> {
      // Nothing to remember when the window could not be shown.
      if (place != null) place.save(shell);
      stage.hide();
      surroundings.close();
      if (attendance != null) attendance.close();
      lane.close();
      try {
        for (var each : listening) each.close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.DEBUG, "listener not removed", e);
      }
    });
  }
}
