package paloma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.settings.Setting;
import paloma.ui.announce.AnnouncementsView;
import paloma.ui.chats.ChatsView;
import paloma.ui.doctor.DoctorView;
import paloma.ui.files.FilesView;
import paloma.ui.firstrun.FirstRunView;
import paloma.ui.parts.Portraits;
import paloma.ui.people.PeopleView;
import paloma.ui.settings.SettingsView;
import paloma.ui.update.UpdateView;
import paloma.ui.wording.Wording;

/** The whole window: rail, page, toasts; one column with a bottom bar when it is narrow. */
public final class ShellView extends StackPane {
  /** Below this width the zones do not fit beside each other. */
  public static final double NARROW = 720;

  private static final PseudoClass NARROW_STYLE = PseudoClass.getPseudoClass("narrow");
  private static final KeyCombination SEARCH =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination GROUP =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

  private final ShellViewModel shell;
  private final Wording wording;
  private final BorderPane frame = new BorderPane();
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final DoubleProperty listWidth = new SimpleDoubleProperty(300);
  private final ConversationZone zone;
  private final SheetLayer sheets;
  private final ChatsView chats;
  private final ChatsPage chatsPage;

  /** Made when somebody goes there: the window must not wait for what nobody looks at. */
  private final Supplier<PeopleView> people;

  private final Supplier<FilesView> files;
  private final Supplier<AnnouncementsView> announcements;
  private final Supplier<SettingsView> settings;
  private final Supplier<DoctorView> doctor;
  private final Supplier<FirstRunView> firstRun;
  private final UpdateView update;

  public ShellView(ShellViewModel shell, Wording wording, ConversationZone zone, Outside outside) {
    this.shell = shell;
    this.wording = wording;
    this.zone = zone;
    sheets = new SheetLayer(shell, wording, outside.pictures());
    Portraits.source(hash -> shell.picture(hash, picture -> Portraits.keep(hash, picture)));
    chats =
        new ChatsView(
            shell.chats(),
            shell.people(),
            wording,
            shell::called,
            this::converse,
            this::jump,
            () -> shell.gathering().found(List.of()));
    chatsPage = new ChatsPage(chats, zone, wording, listWidth);
    people = once(() -> people(wording));
    files = once(() -> files(wording, outside));
    announcements = once(this::announcements);
    settings =
        once(() ->
            new SettingsView(
                shell.preferences(),
                wording,
                outside.downloads(),
                outside::chooseFolder,
                outside.login(),
                update(outside, false)));
    doctor = once(() -> new DoctorView(shell.doctor(), wording, outside::copy));
    firstRun =
        once(() ->
            new FirstRunView(
                shell.firstRun(),
                wording,
                outside.login().map(_ -> shell.preferences().value(Setting.AUTOSTART)),
                shell::welcomed));
    update = update(outside, true);
    getStyleClass().add("shell");
    build();
  }

  private static <T> Supplier<T> once(Supplier<T> maker) {
    var made = new AtomicReference<T>();
    return () -> {
      if (made.get() == null) made.set(maker.get());
      return made.get();
    };
  }

  private PeopleView people(Wording wording) {
    var view =
        new PeopleView(
            shell.people(), wording, this::converse, shell.gathering()::found, this::converse);
    view.narrowProperty().bind(narrow);
    return view;
  }

  private AnnouncementsView announcements() {
    var view = new AnnouncementsView(shell.announcements(), wording, shell.roster());
    view.narrowProperty().bind(narrow);
    return view;
  }

  private FilesView files(Wording wording, Outside outside) {
    return new FilesView(
        shell.files(),
        wording,
        shell.roster()::name,
        outside.opener(),
        outside.downloads(),
        outside::chooseFolder,
        () -> shell.page().set(Page.SETTINGS),
        shell.preferences().locked(Setting.DOWNLOADS)
            ? Optional.of(wording.locked(shell.preferences().why(Setting.DOWNLOADS)))
            : Optional.empty());
  }

  private UpdateView update(Outside outside, boolean banner) {
    return new UpdateView(shell.update(), wording, shell.roster()::name, outside::copy, banner);
  }

  private void build() {
    var toasts = new ToastCorner(shell.toasts(), wording);
    StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
    getChildren().addAll(frame, sheets, toasts);
    widthProperty().addListener((_, _, width) -> narrow.set(width.doubleValue() < NARROW));
    narrow.addListener(_ -> arrange());
    shell.page().addListener(_ -> arrange());
    shell.welcoming().addListener(_ -> arrange());
    shell
        .people()
        .total()
        .addListener((_, was, now) -> {
          if (was.intValue() == 0 || now.intValue() == 0) arrange();
        });
    shell
        .chats()
        .open()
        .addListener((_, _, id) -> {
          zone.show(id);
          arrange();
        });
    zone.show(shell.chats().open().get());
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    arrange();
  }

  /** Pixels of the list beside the rail. */
  public DoubleProperty listWidth() {
    return listWidth;
  }

  private void converse(Peer peer) {
    shell.people().converse(peer.id(), this::converse);
  }

  private void converse(ConversationId id) {
    shell.open(id);
    zone.write();
  }

  private void jump(Message message) {
    shell.open(message.conversation());
    zone.jump(message.id());
  }

  private void arrange() {
    pseudoClassStateChanged(NARROW_STYLE, narrow.get());
    // The settings show it themselves.
    boolean above = !shell.welcoming().get() && shell.page().get() != Page.SETTINGS;
    frame.setTop(above ? update : null);
    if (shell.welcoming().get()) {
      frame.setLeft(null);
      frame.setBottom(null);
      if (frame.getCenter() != firstRun.get()) frame.setCenter(firstRun.get());
      return;
    }
    boolean talking = narrow.get() && shell.page().get() == Page.CHATS && chatsPage.talking(shell);
    rail(talking);
    chatsPage.narrow(narrow.get(), shell);
    var wanted = page(shell.page().get());
    if (frame.getCenter() != wanted) frame.setCenter(wanted);
  }

  private void rail(boolean talking) {
    var rail = new Rail(shell, wording);
    if (!narrow.get()) {
      if (frame.getLeft() == null) frame.setLeft(rail.at(Orientation.VERTICAL));
      frame.setBottom(null);
    } else {
      frame.setLeft(null);
      if (talking) {
        frame.setBottom(null);
      } else if (frame.getBottom() == null) {
        frame.setBottom(rail.at(Orientation.HORIZONTAL));
      }
    }
  }

  private Node page(Page page) {
    return switch (page) {
      case CHATS -> chatsPage;
      case PEOPLE -> {
        if (shell.people().total().get() > 0) yield people.get();
        if (shell.doctor().finding().get() == null) shell.doctor().examine();
        yield doctor.get();
      }
      case FILES -> files.get();
      case ANNOUNCEMENTS -> announcements.get();
      case SETTINGS -> settings.get();
    };
  }

  private void shortcut(KeyEvent event) {
    if (shell.welcoming().get() || sheets.showing()) return;
    if (SEARCH.match(event)) {
      if (narrow.get()) shell.chats().open().set(null);
      shell.page().set(Page.CHATS);
      chats.search();
      event.consume();
    } else if (FIND.match(event) && shell.page().get() == Page.CHATS && zone.find()) {
      event.consume();
    } else if (GROUP.match(event)) {
      shell.gathering().found(List.of());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int number = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
      if (number >= 0 && number < Page.values().length) {
        shell.page().set(Page.values()[number]);
        event.consume();
      }
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || shell.welcoming().get()) return;
    boolean moved =
        switch (shell.page().get()) {
          case CHATS -> chatsPage.back(shell);
          case PEOPLE -> people.get().back();
          case ANNOUNCEMENTS -> announcements.get().back();
          case FILES, SETTINGS -> false;
        };
    if (moved) event.consume();
  }

  /** Puts the focus where somebody will begin. */
  public void begin() {
    if (shell.welcoming().get()) {
      firstRun.get().requestFocus();
    } else {
      chats.search();
    }
  }
}
