package paloma.ui.announce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Announcement;
import paloma.core.Announcement.Answer;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.BoardBody;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.MessageId;

/** Announcements, newest first, the chosen one and who has confirmed it. JavaFX thread. */
public final class AnnouncementsViewModel {
  /** A list that people look through; older ones are found by the search of the conversations. */
  private static final int MOST = 500;

  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Composing composing;
  private final ObservableList<Announcement> shown = FXCollections.observableArrayList();
  private final ObservableList<Answer> answers = FXCollections.observableArrayList();
  private final ObjectProperty<Announcement> chosen = new SimpleObjectProperty<>();
  private final StringProperty query = new SimpleStringProperty("");
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private final BooleanProperty allowed = new SimpleBooleanProperty(true);
  private final ObjectProperty<MessageId> reminded = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private List<Announcement> all = List.of();

  public AnnouncementsViewModel(Messenger messenger, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
    composing = new Composing(messenger, fx, lane, this::made);
    query.addListener(_ -> refresh());
    chosen.addListener((_, was, now) -> moved(was, now));
    looking.addListener(_ -> see());
  }

  public ObservableList<Announcement> shown() {
    return shown;
  }

  /** Who has confirmed the chosen own one, and who has not. */
  public ObservableList<Answer> answers() {
    return answers;
  }

  public ObjectProperty<Announcement> chosen() {
    return chosen;
  }

  public StringProperty query() {
    return query;
  }

  /** Whether somebody looks at this page. */
  public BooleanProperty looking() {
    return looking;
  }

  /** Whether the office lets the person here announce. */
  public BooleanProperty allowed() {
    return allowed;
  }

  /** Of which one the others were reminded a moment ago; null for none. */
  public ObjectProperty<MessageId> reminded() {
    return reminded;
  }

  /** How many are to be read or confirmed. */
  public ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  public Composing composing() {
    return composing;
  }

  public void load() {
    lane.execute(() -> {
      var list = messenger.announcements().list(MOST);
      boolean may = messenger.announcements().allowed();
      fx.execute(() -> {
        allowed.set(may);
        show(list);
      });
    });
  }

  public void hear(Notice notice) {
    boolean news =
        notice instanceof Notice.MessageReceived(var received) && announced(received)
            || notice instanceof Notice.MessageChanged(var changed)
                && (announced(changed) || here(changed.id()))
            || notice instanceof Notice.MessageDeleted(var _, var gone) && here(gone)
            || notice instanceof Notice.TrustChanged;
    if (news) load();
  }

  private static boolean announced(Message message) {
    return message.body() instanceof BoardBody;
  }

  private boolean here(MessageId id) {
    return all.stream().anyMatch(a -> a.message().id().equals(id));
  }

  private void show(List<Announcement> list) {
    all = list;
    waiting.set((int) list.stream().filter(Announcement::waits).count());
    refresh();
    var before = chosen.get();
    if (before != null) chosen.set(find(before.message().id()).orElse(null));
    if (chosen.get() != null && chosen.get().message().own()) answers(chosen.get());
    see();
  }

  private Optional<Announcement> find(MessageId id) {
    return all.stream().filter(a -> a.message().id().equals(id)).findFirst();
  }

  private void refresh() {
    var words = query.get().strip().toLowerCase(Locale.ROOT);
    var wanted = all.stream().filter(a -> words.isEmpty() || text(a).contains(words)).toList();
    if (!wanted.equals(shown)) shown.setAll(wanted);
  }

  private static String text(Announcement one) {
    var said = one.said();
    return (said.title() + "\n" + said.text() + "\n" + one.author()).toLowerCase(Locale.ROOT);
  }

  private void moved(Announcement was, Announcement now) {
    if (was != null && now != null && was.message().id().equals(now.message().id())) return;
    answers.clear();
    reminded.set(null);
    if (now != null && now.message().own()) answers(now);
    see();
  }

  /** What is in front of somebody who looks has been read. */
  private void see() {
    var now = chosen.get();
    if (!looking.get() || now == null || now.message().own()) return;
    if (now.message().state() == Message.State.READ) return;
    lane.execute(() -> messenger.announcements().read(now.message().id()));
  }

  private void answers(Announcement own) {
    lane.execute(() -> {
      var fresh = messenger.announcements().answers(own.message().id());
      fx.execute(() -> {
        var now = chosen.get();
        boolean still = now != null && now.message().id().equals(own.message().id());
        if (still && !fresh.equals(answers)) answers.setAll(fresh);
      });
    });
  }

  /** Chooses the newest of a board; false when there is none. */
  public boolean choose(ConversationId board) {
    var newest = all.stream().filter(a -> a.message().conversation().equals(board)).findFirst();
    newest.ifPresent(chosen::set);
    return newest.isPresent();
  }

  private void made(Announcement one) {
    query.set("");
    chosen.set(one);
    load();
  }

  public void confirm(MessageId id) {
    lane.execute(() -> messenger.announcements().confirm(id));
  }

  /** Reminds those who have not confirmed; a second time within a minute is refused and said. */
  public void remind(MessageId id) {
    lane.execute(() -> {
      messenger.announcements().remind(id);
      fx.execute(() -> reminded.set(id));
    });
  }
}
