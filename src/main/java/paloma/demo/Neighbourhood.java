package paloma.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Transfer;
import paloma.wire.loopback.LoopbackLan;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/**
 * A dozen people with real messengers on a LAN in memory, who have talked for some days. Everything
 * lies in one folder; closing ends them all.
 */
public final class Neighbourhood implements AutoCloseable {
  /** Far more than anything in one process takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How long somebody stays after what they last did. */
  private static final Duration LINGER = Duration.ofMinutes(30);

  /** Long enough to see the ticks of one's own message change. */
  private static final Duration THINKING = Duration.ofMillis(1500);

  private final Cast cast;
  private final Path folder;
  private final Instant now;
  private final SystemTime real = new SystemTime();
  private final StageClock clock;
  private final Tasks tasks;
  private final LoopbackLan lan = new LoopbackLan();
  private final Map<String, Neighbour> people = new LinkedHashMap<>();
  private final GroupPlay groups = new GroupPlay(people, this::await);

  /**
   * @param now what the clock shows when the play is over
   */
  public Neighbourhood(Cast cast, Path folder, Instant now) {
    this.cast = cast;
    this.folder = folder;
    this.now = now;
    clock = new StageClock(real, now);
    tasks = new Tasks(clock);
  }

  /** Moves everybody in and plays what happened; returns when all of it has arrived. */
  public void start() throws IOException, InterruptedException {
    clock.show(now.minus(Duration.ofDays(6)));
    for (var member : cast.people()) {
      // A few have pictures, as in every office.
      int picture = people.size() % 3 == 1 ? people.size() / 3 : -1;
      people.put(member.name(), Neighbour.moveIn(member, lan, folder, tasks, picture));
    }
    int known = people.size() - 1;
    await("everybody is seen", () -> present() == known);
    var deeds = cast.deeds().stream().sorted(Comparator.comparing(Cast.Deed::ago).reversed());
    for (var deed : deeds.toList()) {
      leave(now.minus(deed.ago()));
      clock.show(now.minus(deed.ago()));
      play(deed);
    }
    leave(now);
    clock.show(now);
    await("pictures are here", () -> me().peers().stream().allMatch(this::dressed));
  }

  private boolean dressed(Peer peer) {
    var worn = peer.profile().avatar();
    return worn == null || !peer.present() || me().appearance().picture(worn).isPresent();
  }

  /** Whose window it is. */
  public Messenger me() {
    return mine().messenger();
  }

  /** The conversation that is open in the pictures. */
  public ConversationId open() {
    return me().conversationWith(people.get(cast.open()).id());
  }

  /** The group that is open in the pictures. */
  public ConversationId openGroup() {
    return groups.group(cast.openGroup());
  }

  /** The conversation with somebody who was away when something was said to them. */
  public ConversationId waiting() {
    return me().conversationWith(people.get(later().to()).id());
  }

  private Cast.Deed later() {
    return cast.deeds().stream().filter(Neighbourhood::away).findFirst().orElseThrow();
  }

  /** Returns when what was said to somebody who is away lies with colleagues. */
  void awaitMail() throws InterruptedException {
    var said = me().conversation(waiting()).last();
    await("it lies with colleagues", () -> me().courier().waiting(said.id()) > 0);
  }

  /** The files that are held over the window in the pictures. */
  public List<Path> held() throws IOException {
    try (var files = Files.list(mine().folder().resolve("files"))) {
      return files.sorted().toList();
    }
  }

  public Cast cast() {
    return cast;
  }

  public Tasks tasks() {
    return tasks;
  }

  public Instant now() {
    return clock.now();
  }

  /** Lets the clock run on, and everybody answer: for somebody who plays with it. */
  public void wake() {
    clock.run();
    people.values().stream().filter(p -> p != mine() && p.there()).forEach(this::answering);
  }

  private void answering(Neighbour person) {
    var next = new AtomicInteger();
    var _ =
        person
            .messenger()
            .listen(notice -> {
              if (notice instanceof Notice.MessageReceived heard && !heard.message().own()) {
                clock.after(THINKING, "answer", () -> answer(person, heard.message(), next));
              }
            });
  }

  private void answer(Neighbour person, Message heard, AtomicInteger next) {
    var answers = cast.answers();
    person.messenger().read(heard.conversation());
    var text = answers.get(next.getAndIncrement() % answers.size());
    person.messenger().say(heard.conversation(), text);
  }

  private Neighbour mine() {
    return people.values().iterator().next();
  }

  private long present() {
    return me().peers().stream().filter(Peer::present).count();
  }

  /** Those who are away by now go half an hour after their last word. */
  private void leave(Instant until) throws InterruptedException {
    for (var person : people.values()) {
      if (person.member().presence() != Presence.OFFLINE || !person.there()) continue;
      var leaves = lastDeed(person).plus(LINGER);
      if (leaves.isAfter(until)) continue;
      clock.show(leaves);
      person.close();
      await(
          person.member().name() + " is gone",
          () -> !me().peer(person.id()).map(Peer::present).orElse(false));
    }
  }

  private Instant lastDeed(Neighbour person) {
    var name = person.member().name();
    return cast.deeds().stream()
        .filter(d -> d.from().equals(name) || d.to().equals(name) && !away(d))
        .map(d -> now.minus(d.ago()))
        .max(Comparator.naturalOrder())
        .orElse(now.minus(Duration.ofDays(1)));
  }

  private static boolean away(Cast.Deed deed) {
    return deed instanceof Cast.Say say && say.away();
  }

  private void play(Cast.Deed deed) throws IOException, InterruptedException {
    var from = people.get(deed.from());
    if (deed instanceof Cast.Announce announcement) {
      new Notices(people.values(), mine(), this::await).play(from, announcement);
      return;
    }
    if (deed.to().startsWith("#")) {
      groups.play(deed, from);
      return;
    }
    var to = people.get(deed.to());
    var conversation = from.messenger().conversationWith(to.id());
    // Whoever answers has read.
    from.messenger().read(conversation);
    var message =
        switch (deed) {
          case Cast.Say say -> from.messenger().say(conversation, say.text());
          case Cast.Found _, Cast.Lead _, Cast.Read _ ->
              throw new IllegalArgumentException("a group");
          case Cast.Offer offer -> from.messenger().offer(conversation, List.of(make(from, offer)));
          case Cast.Announce _ -> throw new IllegalStateException("it is for many");
        };
    if (away(deed)) return;
    from.messenger().awaitDelivery(message.id(), Message.State.DELIVERED, PATIENCE);
    if (deed instanceof Cast.Offer && from == mine()) save(to, message);
  }

  private void save(Neighbour receiver, Message offer) throws InterruptedException {
    await("the offer arrives", () -> !receiver.messenger().transfersOf(offer.id()).isEmpty());
    receiver.messenger().accept(offer.id(), null);
    await(
        "the offer is saved",
        () ->
            me().transfersOf(offer.id()).stream()
                .allMatch(t -> t.state() == Transfer.State.FINISHED));
  }

  /** Makes the files that somebody offers; their bytes are the same in every run. */
  private static Path make(Neighbour owner, Cast.Offer offer) throws IOException {
    var place = Files.createDirectories(owner.folder().resolve("files"));
    var random = new Random(offer.name().hashCode());
    var path = place.resolve(offer.name());
    if (!offer.folder()) {
      var bytes = new byte[offer.bytes()];
      random.nextBytes(bytes);
      return Files.write(path, bytes);
    }
    Files.createDirectories(path);
    int files = 12;
    for (int i = 1; i <= files; i++) {
      var bytes = new byte[offer.bytes() / files];
      random.nextBytes(bytes);
      Files.write(path.resolve("IMG_%04d.jpg".formatted(i)), bytes);
    }
    return path;
  }

  /** Looks whenever somebody notices something, until it holds. */
  private void await(String what, BooleanSupplier holds) throws InterruptedException {
    var noticed = new Phaser(1);
    long deadline = real.nanos() + PATIENCE.toNanos();
    try (var _ = me().listen(_ -> noticed.arrive())) {
      while (!holds.getAsBoolean()) {
        int phase = noticed.getPhase();
        if (holds.getAsBoolean()) return;
        if (real.nanos() > deadline) throw new IllegalStateException("waited in vain: " + what);
        try {
          noticed.awaitAdvanceInterruptibly(phase, 50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Some facts change without a notice of ours.
        }
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
  }

  @Override
  public void close() {
    people.values().forEach(Neighbour::close);
    tasks.close();
    real.close();
  }
}
