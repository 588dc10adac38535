package paloma.ui.conversation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.model.Trust;

/**
 * One open conversation: its rows, its draft, and what a person can do in it. Its state belongs to
 * the front-end's thread ({@code front}); the core is asked on {@code lane}, in order.
 */
public final class ConversationViewModel {
  /** Messages asked for at once: a few screens, read in some milliseconds. */
  static final int PAGE = 200;

  /** Above this the oldest rows are let go again once the end is in view. */
  private static final int KEPT = 3 * PAGE;

  private final Talk talk;
  private final ConversationId id;
  private final Executor front;
  private final Executor lane;
  private final Transcript transcript;
  private boolean more = true;
  private boolean asking;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Peer> peer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private final StringProperty draft = new SimpleStringProperty("");
  private final ObservableList<Path> attachments = FXCollections.observableArrayList();
  private final BooleanProperty atEnd = new SimpleBooleanProperty(true);
  private final BooleanProperty enterSends = new SimpleBooleanProperty(true);
  private final BooleanBinding stopped =
      Bindings.createBooleanBinding(() -> stops(peer.get()), peer);
  private final BooleanBinding sendable =
      Bindings.createBooleanBinding(
          () -> !stopped.get() && !(draft.get().isBlank() && attachments.isEmpty()),
          draft,
          attachments,
          stopped);

  public ConversationViewModel(
      Talk talk, ConversationId id, Executor front, Executor lane, ZoneId zone) {
    this.talk = talk;
    this.id = id;
    this.front = front;
    this.lane = lane;
    transcript = new Transcript(zone);
    atEnd.subscribe(now -> unseen.set(now ? 0 : unseen.get()));
  }

  /** Asks for the newest page and who is in the conversation. */
  public void open() {
    lane.execute(() -> {
      var conversation = talk.conversation(id);
      var members = new ArrayList<Peer>();
      for (var member : conversation.members()) talk.peer(member).ifPresent(members::add);
      var page = Transcript.Page.of(talk, talk.messages(Query.latest(id, PAGE)));
      front.execute(() -> {
        members.forEach(transcript::know);
        if (conversation.members().size() == 1 && !members.isEmpty()) peer.set(members.getFirst());
        add(page);
        transcript.markNew(conversation.unread());
        arrange();
      });
    });
  }

  /** Everything said so far was in view; call it only while somebody looks. */
  public void seen() {
    if (transcript.unread()) lane.execute(() -> talk.read(id));
  }

  /** Asks for the page before the oldest message that is here. */
  public void older() {
    if (asking || !more || transcript.size() == 0) return;
    asking = true;
    var before = transcript.oldest();
    lane.execute(() -> {
      var page = Transcript.Page.of(talk, talk.messages(Query.before(id, before, PAGE)));
      front.execute(() -> {
        asking = false;
        add(page);
        arrange();
      });
    });
  }

  private void add(Transcript.Page page) {
    transcript.add(page);
    more = page.messages().size() == PAGE;
  }

  /** Sends what is attached and what is written. A refusal puts the words back. */
  public void send() {
    if (!sendable.get()) return;
    var text = draft.get().strip();
    var files = List.copyOf(attachments);
    draft.set("");
    attachments.clear();
    transcript.markNew(0);
    attempt(
        () -> {
          if (!files.isEmpty()) accept(talk.offer(id, files));
          if (!text.isBlank()) accept(talk.say(id, text));
        },
        () -> {
          if (draft.get().isEmpty()) draft.set(text);
        });
  }

  /** Asks for something that says or changes a message. */
  void ask(Seals.Request request, Runnable refused) {
    attempt(() -> accept(request.of(talk)), refused);
  }

  public void offer(List<Path> paths) {
    var files = List.copyOf(paths);
    attempt(() -> accept(talk.offer(id, files)), () -> {});
  }

  /** {@code into} null is the download folder. */
  public void save(MessageId offer, Path into) {
    attempt(() -> talk.accept(offer, into), () -> {});
  }

  public void decline(MessageId offer) {
    attempt(() -> talk.decline(offer), () -> {});
  }

  public void cancel(MessageId offer) {
    attempt(() -> talk.cancel(offer), () -> {});
  }

  /** Counts what is to be sent; the answer comes on the front-end's thread. */
  public void measure(List<Path> paths, Consumer<Parcel> then) {
    var all = List.copyOf(paths);
    lane.execute(() -> {
      var parcel = Parcel.of(all);
      front.execute(() -> then.accept(parcel));
    });
  }

  public void dismissProblem() {
    problem.set(null);
  }

  private void attempt(Runnable request, Runnable refused) {
    lane.execute(() -> {
      try {
        request.run();
        front.execute(() -> problem.set(null));
      } catch (ProblemException e) {
        front.execute(() -> {
          problem.set(e.problem());
          refused.run();
        });
      }
    });
  }

  /** Runs on the lane: what is known of a message travels with it to the front. */
  private void accept(Message message) {
    var page = Transcript.Page.of(talk, List.of(message));
    front.execute(() -> show(page));
  }

  /** On the front-end's thread. */
  public void hear(Notice notice) {
    switch (notice) {
      case Notice.MessageReceived(var m) -> look(m);
      case Notice.MessageChanged(var m) -> look(m);
      case Notice.OfferReceived(var m, var _) -> look(m);
      case Notice.TransferProgress(var t) -> change(t);
      case Notice.TransferFinished(var t) -> change(t);
      case Notice.TransferFailed(var t) -> change(t);
      case Notice.PeerAppeared(var p) -> change(p);
      case Notice.PeerChanged(var p) -> change(p);
      case Notice.PeerLeft(var p) -> change(p);
      case Notice.TrustChanged(var p) -> change(p);
      case Notice.Started _,
          Notice.Stopping _,
          Notice.ConversationChanged _,
          Notice.UpdateChanged _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  private void look(Message message) {
    if (!message.conversation().equals(id)) return;
    lane.execute(() -> accept(message));
  }

  private void show(Transcript.Page page) {
    var message = page.messages().getFirst();
    boolean fresh = !transcript.has(message.id());
    transcript.add(page);
    if (fresh && !message.own() && !atEnd.get()) unseen.set(unseen.get() + 1);
    if (fresh && atEnd.get() && transcript.size() > KEPT) {
      transcript.keep(PAGE);
      more = true;
    }
    arrange();
  }

  private void change(Transfer transfer) {
    if (!transfer.conversation().equals(id)) return;
    transcript.change(transfer);
    arrange();
  }

  private void change(Peer changed) {
    if (peer.get() != null && peer.get().id().equals(changed.id())) peer.set(changed);
    if (transcript.change(changed)) arrange();
  }

  private void arrange() {
    Rows.replace(rows, transcript.rows());
  }

  private static boolean stops(Peer peer) {
    return peer != null && (peer.trust() == Trust.CHANGED || peer.trust() == Trust.BLOCKED);
  }

  public ConversationId id() {
    return id;
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /** The other person of a one-to-one; null in a group or while unknown. */
  public ReadOnlyObjectProperty<Peer> peerProperty() {
    return peer.getReadOnlyProperty();
  }

  /** Why the last request was refused; null when it was not. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public StringProperty draftProperty() {
    return draft;
  }

  public ObservableList<Path> attachments() {
    return attachments;
  }

  /** The view says here whether the newest row is in view. */
  public BooleanProperty atEndProperty() {
    return atEnd;
  }

  /** What came while the newest row was not in view. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** Whether Enter alone sends; Ctrl+Enter always does. */
  public BooleanProperty enterSends() {
    return enterSends;
  }

  public BooleanBinding sendable() {
    return sendable;
  }

  /** Sending is stopped by the trust in the other person. */
  public BooleanBinding stopped() {
    return stopped;
  }
}
