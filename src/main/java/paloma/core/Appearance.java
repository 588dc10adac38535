package paloma.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import paloma.files.Portrait;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Picture;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.sync.SyncLink;
import paloma.wire.Wire;

/**
 * How we appear to others: presence, picture, what is answered in our name; and the pictures of
 * others. Thread-safe; methods may block for a commit or to read a file.
 */
public final class Appearance {
  private final DeviceId us;
  private final OwnProfile profile;
  private final Portraits portraits;
  private final AutoReplies replies;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Wire wire;
  private Links links;
  private Correspondence correspondence;

  Appearance(DeviceId us, OwnProfile profile, Portraits portraits, AutoReplies replies) {
    this.us = us;
    this.profile = profile;
    this.portraits = portraits;
    this.replies = replies;
  }

  void start(Wire wire, Links links, Correspondence correspondence) {
    this.wire = wire;
    this.links = links;
    this.correspondence = correspondence;
    replies.start(correspondence);
  }

  /** How available we look to the person here: as they chose, or away because nobody is here. */
  public Presence shown() {
    return profile.shown();
  }

  /** Hears when something of us has changed, on the thread that changed it. */
  public AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * For how long nobody has touched the computer. Somebody who is there looks away from the limit
   * on, and back with the first touch; what a person chose otherwise stays.
   *
   * @param limit zero for never
   */
  public void untouched(Duration since, Duration limit) {
    boolean idle = limit.isPositive() && since.compareTo(limit) >= 0;
    if (profile.idle(idle)) changed();
  }

  /** What is answered in our name while we look like this; empty for nothing. */
  public void answer(Function<Presence, String> texts) {
    replies.answer(texts);
  }

  /** Makes our picture of an image file. */
  public Profile wear(Path file) {
    return wear(portraits.own(Portrait.make(file)));
  }

  /** Goes without a picture. */
  public Profile bare() {
    return wear((Hash) null);
  }

  private Profile wear(Hash avatar) {
    var worn = profile.change(p -> p.withAvatar(avatar));
    changed();
    return worn;
  }

  /** The picture of that hash, decoded; empty while it is not here, or when it is none. */
  public Optional<Picture> picture(Hash avatar) {
    return portraits.bytes(avatar).flatMap(Portrait::open);
  }

  /** The conversation with oneself: notes, and later what goes between one's own devices. */
  public ConversationId notes() {
    return ConversationId.between(us, us);
  }

  /** Refuses a conversation without others that is not the one with oneself, which begins here. */
  void checkNotes(ConversationId id) {
    if (!id.equals(notes())) throw Problem.unknown("unknown-conversation", id.text()).exception();
    correspondence.with(us);
  }

  /** Something of us has changed: tells everybody. */
  void changed() {
    replies.presence(profile.shown());
    wire.announce(profile.announced());
    links.all().forEach(SyncLink::profileChanged);
    listeners.forEach(Runnable::run);
  }
}
