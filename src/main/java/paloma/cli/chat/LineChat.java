package paloma.cli.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.terminal.Terminal;
import paloma.cli.run.Instance;
import paloma.core.Notice;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.ProblemException;

/**
 * The chat by lines: {@code /to NAME} chooses whom to talk to, every other line is said. Typed
 * lines and notices come through one queue to one thread.
 */
final class LineChat {
  private final Instance instance;
  private final Terminal terminal;
  private final PrintWriter out;
  private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private Talk talk;
  private Optional<Peer> to = Optional.empty();
  private boolean over;

  LineChat(Instance instance, Terminal terminal) {
    this.instance = instance;
    this.terminal = terminal;
    this.out = terminal.writer();
  }

  void run() throws InterruptedException {
    var messenger = instance.open();
    talk = new Talk(messenger, instance.words());
    instance.onStop(() -> events.add(() -> over = true));
    var listening = messenger.listen(this::hear);
    try (listening) {
      instance.start();
      say(instance.words().say("cli.chat.lines"));
      instance.tasks().start("chat-lines", this::readLines);
      while (!over) {
        events.take().run();
        out.flush();
      }
    } catch (RuntimeException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void readLines() throws IOException {
    var in = new BufferedReader(terminal.reader());
    String line;
    while ((line = in.readLine()) != null) {
      var typed = line.strip();
      if (!typed.isEmpty()) events.add(() -> enter(typed));
    }
    events.add(() -> over = true);
  }

  private void hear(Notice notice) {
    switch (notice) {
      case Notice.MessageReceived(var message) -> events.add(() -> show(message));
      case Notice.PeerAppeared(var peer) -> events.add(() -> say("cli.event.peer-appeared", peer));
      case Notice.PeerLeft(var peer) -> events.add(() -> say("cli.event.peer-left", peer));
      case Notice.Nudged(var _, var peer) -> events.add(() -> nudged(peer));
      case Notice.ProblemArose(var problem) ->
          events.add(() -> say(instance.words().problem(problem).line()));
      case Notice.Started _,
          Notice.Stopping _,
          Notice.PeerChanged _,
          Notice.TrustChanged _,
          Notice.MessageChanged _,
          Notice.ConversationChanged _,
          Notice.GroupChanged _,
          Notice.OfferReceived _,
          Notice.TransferProgress _,
          Notice.TransferFinished _,
          Notice.TransferFailed _,
          Notice.UpdateChanged _,
          Notice.MessageDeleted _,
          Notice.Typing _,
          Notice.Reminded _,
          Notice.NetworkChanged _ -> {}
    }
  }

  private void nudged(DeviceId peer) {
    talk.messenger().peer(peer).ifPresent(p -> say("cli.event.nudge", p));
  }

  private void show(Message message) {
    if (message.own()) return;
    var line = talk.line(message);
    say(instance.words().say("cli.message", line.time(), line.who(), line.text()));
    if (to.isPresent() && talk.with(to.get()).equals(message.conversation())) {
      talk.messenger().read(message.conversation());
    }
  }

  private void enter(String line) {
    if (line.equals("/quit")) {
      over = true;
    } else if (line.equals("/people")) {
      talk.people().forEach(peer -> say(talk.person(peer)));
    } else if (line.startsWith("/to ")) {
      choose(line.substring("/to ".length()).strip());
    } else if (to.isEmpty()) {
      say(instance.words().say("cli.chat.nobody"));
    } else {
      talk.enter(talk.with(to.get()), line).ifPresent(this::say);
    }
  }

  private void choose(String words) {
    try {
      var peer = talk.messenger().resolvePeer(words);
      to = Optional.of(peer);
      talk.lines(talk.with(peer)).stream()
          .map(l -> instance.words().say("cli.message", l.time(), l.who(), l.text()))
          .forEach(this::say);
    } catch (ProblemException e) {
      say(instance.words().problem(e.problem()).line());
      e.problem().details().stream()
          .skip(1)
          .flatMap(String::lines)
          .forEach(candidate -> say("  " + candidate));
    }
  }

  private void say(String key, Peer peer) {
    say(instance.words().say(key, paloma.cli.human.Width.plain(peer.name())));
  }

  private void say(ChatView.Person person) {
    say((person.present() ? "* " : "  ") + person.name() + " (" + person.presence() + ")");
  }

  private void say(String line) {
    out.println(line);
  }
}
