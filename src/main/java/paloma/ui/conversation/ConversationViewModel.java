package paloma.ui.conversation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Notice;
import paloma.core.Saying;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.model.VerbBody.Mentions;

/**
 * One open conversation: its rows, its draft, and what a person can do in it. Its state belongs to
 * the front-end's thread ({@code front}); the core is asked on {@code lane}, in order.
 */
public final class ConversationViewModel {
  /** Above this the oldest rows are let go again once the end is in view. */
  private static final int KEPT = 3 * Pages.SIZE;

  private final Talk talk;
  private final ConversationId id;
  private final Executor front;
  private final Executor lane;
  private final Transcript transcript;
  private final Pages pages;
  private final FindViewModel find;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final Party party;
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private final BooleanProperty atEnd = new SimpleBooleanProperty(true);
  private final Writing writing;
  private final Deeds deeds;
  private final Requests requests;
  private final TypingSign typing;

  public ConversationViewModel(
      Talk talk, ConversationId id, Executor front, Executor lane, ZoneId zone) {
    this.talk = talk;
    this.id = id;
    this.front = front;
    this.lane = lane;
    transcript = new Transcript(zone);
    party = new Party(talk.me());
    writing = new Writing(party.peer());
    party.group().subscribe(_ -> writing.gone().set(party.gone()));
    requests = new Requests(front, lane);
    deeds = new Deeds(talk, writing, requests);
    typing = new TypingSign(talk, id);
    writing
        .draft()
        .addListener((_, _, now) -> {
          if (!writing.stopped().get()) typing.writes(now);
        });
    pages = new Pages(talk, id, front, lane, transcript, atEnd, this::arrange);
    find = new FindViewModel(talk, id, front, lane, this::jump);
    atEnd.subscribe(now -> unseen.set(now ? 0 : unseen.get()));
  }

  /** Asks for the newest page and who is in the conversation. */
  public void open() {
    lane.execute(() -> {
      var conversation = talk.conversation(id);
      var group = conversation.group();
      var members = Party.of(talk, conversation);
      var page = Transcript.Page.of(talk, talk.messages(Query.latest(id, Pages.SIZE)));
      front.execute(() -> {
        members.forEach(transcript::know);
        if (group != null) party.show(group, members);
        else if (members.size() == 1) party.show(members.getFirst());
        // Somebody may have jumped elsewhere meanwhile.
        if (transcript.size() == 0) pages.began(page);
        transcript.markNew(conversation.unread());
        arrange();
      });
    });
  }

  /** Everything said so far was in view; call it only while somebody looks. */
  public void seen() {
    if (transcript.unread()) lane.execute(() -> talk.read(id));
  }

  /** Goes to a message, with what was said before and after it. */
  public void jump(MessageId message) {
    pages.jump(message);
  }

  /** Which stretch is loaded. */
  Pages pages() {
    return pages;
  }

  /** Searching in this conversation. */
  public FindViewModel find() {
    return find;
  }

  /** Sends what is attached and what is written. A refusal puts the words back. */
  public void send() {
    var calls = party.calls(writing.draft().get(), writing.picked());
    writing
        .take()
        .ifPresent(taken -> {
          transcript.markNew(0);
          requests.attempt(
              () -> {
                if (!taken.files().isEmpty()) accept(talk.offer(id, taken.files()));
                if (!taken.text().isBlank()) say(taken, calls);
              },
              () -> writing.putBack(taken));
        });
  }

  private void say(Writing.Parcelled taken, Mentions calls) {
    var saying = Saying.of(taken.text()).calling(calls.who(), calls.all());
    accept(
        switch (taken.aim()) {
          case Writing.Aim.New _ -> talk.say(id, saying);
          case Writing.Aim.Sealed _ -> talk.saySealed(id, taken.text());
          case Writing.Aim.Reply(var to) -> talk.say(id, saying.answering(to.id()));
          case Writing.Aim.Edit(var message, var _) -> talk.edit(message.id(), saying);
        });
  }

  public void offer(List<Path> paths) {
    var files = List.copyOf(paths);
    requests.attempt(() -> accept(talk.offer(id, files)));
  }

  /** Counts what is to be sent; the answer comes on the front-end's thread. */
  public void measure(List<Path> paths, Consumer<Parcel> then) {
    var all = List.copyOf(paths);
    requests.ask(() -> Parcel.of(all), then);
  }

  public void dismissProblem() {
    requests.dismissProblem();
  }

  /** Changes the last own words that can be changed. */
  void editLast() {
    deeds.editLast(rows);
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
      case Notice.MessageDeleted(var in, var gone) -> forget(in, gone);
      case Notice.Typing heard -> typing.heard(heard);
      case Notice.TransferProgress(var t) -> change(t);
      case Notice.TransferFinished(var t) -> change(t);
      case Notice.TransferFailed(var t) -> change(t);
      case Notice.PeerAppeared(var p) -> change(p);
      case Notice.PeerChanged(var p) -> change(p);
      case Notice.PeerLeft(var p) -> change(p);
      case Notice.TrustChanged(var p) -> change(p);
      case Notice.GroupChanged(var g) -> change(g);
      case Notice.Started _,
          Notice.Stopping _,
          Notice.ConversationChanged _,
          Notice.UpdateChanged _,
          Notice.Nudged _,
          Notice.Reminded _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  private void look(Message message) {
    if (!message.conversation().equals(id)) return;
    lane.execute(() -> accept(message));
  }

  private void forget(ConversationId in, MessageId gone) {
    if (!in.equals(id)) return;
    transcript.forget(gone);
    arrange();
  }

  private void show(Transcript.Page page) {
    var message = page.messages().getFirst();
    boolean fresh = !transcript.has(message.id());
    if (fresh) typing.ended();
    if (fresh && !pages.newest()) {
      // Between here and there is more that is not loaded.
      if (message.own()) pages.latest();
      else unseen.set(unseen.get() + 1);
      return;
    }
    transcript.add(page);
    if (fresh && !message.own() && !atEnd.get()) unseen.set(unseen.get() + 1);
    if (fresh && atEnd.get() && transcript.size() > KEPT) {
      transcript.keep(Pages.SIZE);
      pages.forgotOlder();
    }
    arrange();
  }

  private void change(Transfer transfer) {
    if (!transfer.conversation().equals(id)) return;
    transcript.change(transfer);
    arrange();
  }

  private void change(Peer changed) {
    party.hear(changed);
    if (transcript.change(changed)) arrange();
  }

  private void change(Group group) {
    if (!group.id().equals(id)) return;
    requests.ask(
        () -> Party.of(talk, group),
        members -> {
          members.forEach(transcript::know);
          party.show(group, members);
          arrange();
        });
  }

  private void arrange() {
    Rows.replace(rows, transcript.rows());
  }

  public ConversationId id() {
    return id;
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /** The other person of a one-to-one; null in a group or while unknown. */
  public ReadOnlyObjectProperty<Peer> peerProperty() {
    return party.peer();
  }

  /** Who is in it. */
  public Party party() {
    return party;
  }

  /** Why the last request was refused; null when it was not. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return requests.problem();
  }

  Deeds deeds() {
    return deeds;
  }

  DeviceId me() {
    return talk.me();
  }

  /** Who is writing. */
  TypingSign typing() {
    return typing;
  }

  /** What is about to be said here. */
  public Writing writing() {
    return writing;
  }

  /** The view says here whether the newest row is in view. */
  public BooleanProperty atEndProperty() {
    return atEnd;
  }

  /** What came while the newest row was not in view. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }
}
