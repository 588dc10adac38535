package paloma.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Groups;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Picture;
import paloma.model.Problem;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.ui.announce.AnnouncementsViewModel;
import paloma.ui.chats.ChatsViewModel;
import paloma.ui.doctor.DoctorViewModel;
import paloma.ui.files.FilesViewModel;
import paloma.ui.firstrun.FirstRunViewModel;
import paloma.ui.group.Gathering;
import paloma.ui.parts.Question;
import paloma.ui.people.PeopleViewModel;
import paloma.ui.people.Roster;
import paloma.ui.settings.SettingsViewModel;
import paloma.ui.share.ShareViewModel;
import paloma.ui.update.UpdateViewModel;
import paloma.ui.wording.Wording;

/** Everything the window shows, and which part of it is in front. JavaFX thread. */
public final class ShellViewModel {
  private final Messenger messenger;
  private final Settings settings;
  private final Executor fx;
  private final Executor lane;
  private final Roster roster;
  private final PeopleViewModel people;
  private final ChatsViewModel chats;
  private final FilesViewModel files;
  private final AnnouncementsViewModel announcements;
  private final SettingsViewModel preferences;
  private final DoctorViewModel doctor;
  private final UpdateViewModel update;
  private final FirstRunViewModel firstRun;
  private final ShareViewModel share;
  private final Gathering gathering;
  private final Telling telling;
  private final DeviceId us;
  private final ObjectProperty<Invitation> invitation = new SimpleObjectProperty<>();
  private final ObjectProperty<Question> question = new SimpleObjectProperty<>();
  private final BooleanProperty profileShown = new SimpleBooleanProperty();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHATS);
  private final BooleanProperty welcoming = new SimpleBooleanProperty();
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private final BooleanBinding inView = looking.and(page.isEqualTo(Page.CHATS));
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private Wording wording;

  public ShellViewModel(
      Messenger messenger, Settings settings, Wording wording, Executor fx, Executor lane) {
    this.messenger = messenger;
    us = messenger.me().id();
    this.settings = settings;
    this.fx = fx;
    this.lane = lane;
    roster = new Roster(messenger, fx, lane);
    people = new PeopleViewModel(messenger, roster, fx, lane);
    chats = new ChatsViewModel(messenger, roster, people, fx, lane, wording::now);
    files = new FilesViewModel(messenger, fx, lane);
    announcements = new AnnouncementsViewModel(messenger, fx, lane);
    announcements.looking().bind(looking.and(page.isEqualTo(Page.ANNOUNCEMENTS)));
    preferences = new SettingsViewModel(messenger, settings, fx, lane);
    doctor = new DoctorViewModel(messenger, fx, lane, wording::now);
    update = new UpdateViewModel(messenger, fx, lane);
    firstRun = new FirstRunViewModel(messenger, roster, lane);
    share = new ShareViewModel(messenger, roster, fx, lane);
    gathering = new Gathering(messenger, roster, fx, lane);
    telling = new Telling(settings, preferences, chats, us);
    wording(wording);
    people.ownDepartment().bind(preferences.department());
  }

  /** Fills every page and brings back what was in front the last time. */
  public void load() {
    welcoming.set(!settings.get(Setting.WELCOMED));
    page.set(Page.of(settings.get(Setting.WINDOW_PAGE)));
    roster.load();
    chats.load();
    files.load();
    announcements.load();
    preferences.load();
    settings.problems().forEach(this::trouble);
    update.load();
    lane.execute(() -> {
      var mine = messenger.me().profile();
      var open = remembered();
      fx.execute(() -> {
        firstRun.show(mine);
        if (open != null) chats.open(open);
      });
    });
  }

  private ConversationId remembered() {
    var wanted = settings.get(Setting.WINDOW_CONVERSATION);
    var all = messenger.conversations().stream().map(c -> c.id());
    return all.filter(id -> id.text().equals(wanted)).findFirst().orElse(null);
  }

  public void hear(Notice notice) {
    roster.hear(notice);
    chats.hear(notice);
    files.hear(notice);
    announcements.hear(notice);
    update.hear(notice);
    if (notice instanceof Notice.ProblemArose arose) trouble(arose.problem());
    telling.hear(notice, looking.get(), inView.get() ? chats.open().get() : null);
  }

  /** Whether the sheet with what we say of ourselves is in front. */
  public BooleanProperty profileShown() {
    return profileShown;
  }

  /** The conversation with oneself. */
  public ConversationId notes() {
    return messenger.appearance().notes();
  }

  /** A picture of somebody, handed on on the JavaFX thread if it is here. */
  public void picture(Hash avatar, Consumer<Picture> then) {
    lane.execute(() ->
        messenger
            .appearance()
            .picture(avatar)
            .ifPresent(picture -> fx.execute(() -> then.accept(picture))));
  }

  /** Says a problem in the corner; the same one twice is said once. */
  public void trouble(Problem problem) {
    var said = wording.problem(problem);
    var toast = Toast.trouble(said.says(), said.hint());
    if (toasts.stream().noneMatch(t -> t.says().equals(toast.says()))) toasts.add(toast);
  }

  /** What somebody is called in a sentence; we ourselves are "you". */
  public String called(DeviceId id) {
    return id.equals(us) ? wording.say("conversation.you") : roster.name(id);
  }

  /** Speaks another language from now on. */
  public void wording(Wording another) {
    wording = another;
    telling.wording(another, this::called);
  }

  /** What is told outside the window, and when nothing is. */
  public Telling telling() {
    return telling;
  }

  /** Shows a conversation. */
  public void open(ConversationId id) {
    page.set(Page.CHATS);
    chats.open(id);
  }

  /** Dials the address of the invitation: only a click of the person may lead here. */
  public void dial() {
    var wanted = invitation.get();
    invitation.set(null);
    if (wanted == null) return;
    lane.execute(() -> {
      messenger.addAddress(wanted.resolved());
      var says = wording.say("window.dial.begun", wanted.text());
      fx.execute(() -> toasts.add(Toast.news(says, wording.say("window.dial.hint"), () -> {})));
    });
  }

  /** Shows what somebody was told of. */
  public void follow(Alert alert) {
    if (alert.conversation() == null) {
      page.set(Page.SETTINGS);
    } else if (announcements.choose(alert.conversation())) {
      page.set(Page.ANNOUNCEMENTS);
    } else {
      open(alert.conversation());
    }
  }

  /** The first run page is done with, one way or the other. */
  public void welcomed() {
    welcoming.set(false);
    lane.execute(() -> settings.set(Setting.WELCOMED, true));
    // The name may be another one now.
    preferences.load();
  }

  public ObjectProperty<Page> page() {
    return page;
  }

  /** Whether the first run page is in front of everything. */
  public BooleanProperty welcoming() {
    return welcoming;
  }

  /** Whether somebody looks at the window. */
  public BooleanProperty looking() {
    return looking;
  }

  /** Whether somebody looks at the page of conversations. */
  public BooleanBinding inView() {
    return inView;
  }

  public ObservableList<Toast> toasts() {
    return toasts;
  }

  public Roster roster() {
    return roster;
  }

  public PeopleViewModel people() {
    return people;
  }

  public ChatsViewModel chats() {
    return chats;
  }

  public FilesViewModel files() {
    return files;
  }

  public AnnouncementsViewModel announcements() {
    return announcements;
  }

  public SettingsViewModel preferences() {
    return preferences;
  }

  public DoctorViewModel doctor() {
    return doctor;
  }

  /** Files that another program handed over. */
  public ShareViewModel share() {
    return share;
  }

  /** What is done with groups; blocks, so on the lane. */
  public Groups groups() {
    return messenger.groups();
  }

  /** Runs on the JavaFX thread, later. */
  Executor fx() {
    return fx;
  }

  /** Runs one thing after another, off the JavaFX thread. */
  Executor lane() {
    return lane;
  }

  /** Whom a group is made of, or who joins one. */
  public Gathering gathering() {
    return gathering;
  }

  /** What wants a yes before it is done; null for nothing. */
  public ObjectProperty<Question> question() {
    return question;
  }

  /** An address from a link, while the person is asked about it; null for none. */
  public ObjectProperty<Invitation> invitation() {
    return invitation;
  }

  public UpdateViewModel update() {
    return update;
  }

  public FirstRunViewModel firstRun() {
    return firstRun;
  }
}
