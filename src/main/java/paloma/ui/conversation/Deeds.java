package paloma.ui.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Receipt;

/** What is done with messages, asked of the core; what needs the window is handed on. */
final class Deeds implements Doings {
  private final Talk talk;
  private final Writing writing;
  private final Requests requests;
  private Outlet outlet = Outlet.NONE;

  /** What only a window can do. */
  interface Outlet {
    Outlet NONE =
        new Outlet() {
          @Override
          public void forward(Message message) {}

          @Override
          public void readers(List<Receipt> receipts, Runnable remind) {}

          @Override
          public void jump(MessageId id) {}

          @Override
          public void write() {}
        };

    void forward(Message message);

    /**
     * @param remind asks those who have not read
     */
    void readers(List<Receipt> receipts, Runnable remind);

    void jump(MessageId id);

    /** Puts the caret where somebody writes. */
    void write();
  }

  Deeds(Talk talk, Writing writing, Requests requests) {
    this.talk = talk;
    this.writing = writing;
    this.requests = requests;
  }

  void outlet(Outlet another) {
    outlet = another;
  }

  @Override
  public void reply(Message message) {
    writing.reply(message);
    outlet.write();
  }

  @Override
  public void edit(Message message) {
    writing.edit(message);
    outlet.write();
  }

  /** Changes the last own words that can be changed. */
  void editLast(List<Row> rows) {
    for (var row : rows.reversed()) {
      if (!(row instanceof Row.Said said)) continue;
      var message = said.message();
      if (message.own() && !message.facts().recalled() && message.body() instanceof Body.Text) {
        edit(message);
        return;
      }
    }
  }

  @Override
  public Optional<Duration> recallable(Message message) {
    return message.own() ? talk.recallable(message) : Optional.empty();
  }

  @Override
  public void open(MessageId message, Optional<String> password) {
    requests.attempt(() -> talk.open(message, password));
  }

  @Override
  public void react(Message message, String emoji) {
    requests.attempt(() -> {
      // As it is now: another click may have changed it since the row was drawn.
      var people =
          talk.message(message.id())
              .map(m -> m.facts().reactions().getOrDefault(emoji, List.<DeviceId>of()))
              .orElse(List.of());
      talk.react(message.id(), emoji, !people.contains(talk.me()));
    });
  }

  @Override
  public void forward(Message message) {
    outlet.forward(message);
  }

  @Override
  public void recall(Message message) {
    requests.attempt(() -> talk.recall(message.id()));
  }

  @Override
  public void pin(Message message, boolean pinned) {
    requests.attempt(() -> talk.pin(message.id(), pinned));
  }

  @Override
  public void remind(Message message) {
    requests.attempt(() -> talk.remind(message.id()));
  }

  @Override
  public void delete(Message message) {
    requests.attempt(() -> talk.delete(message.id()));
  }

  @Override
  public void readers(Message message) {
    requests.ask(
        () -> talk.receipts(message.id()), all -> outlet.readers(all, () -> remind(message)));
  }

  @Override
  public void jump(MessageId id) {
    outlet.jump(id);
  }

  /** {@code into} null is the download folder. */
  void save(MessageId offer, Path into) {
    requests.attempt(() -> talk.accept(offer, into));
  }

  void decline(MessageId offer) {
    requests.attempt(() -> talk.decline(offer));
  }

  void cancel(MessageId offer) {
    requests.attempt(() -> talk.cancel(offer));
  }
}
