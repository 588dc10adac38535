package paloma.cli.chat;

import java.io.IOError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import paloma.cli.run.Instance;
import paloma.core.Messenger;
import paloma.model.Peer;

/**
 * The chat on the whole screen. Keys, notices and a new size come through one queue to one thread,
 * which alone holds the state and draws.
 */
final class ScreenChat {
  private enum Key {
    TYPE,
    ENTER,
    BACKSPACE,
    DELETE,
    LEFT,
    RIGHT,
    HOME,
    END,
    PREVIOUS,
    NEXT,
    OLDER,
    NEWER,
    LEAVE
  }

  /** Something that changes the state, on the thread of the chat. */
  private interface Event extends Runnable {}

  private final Instance instance;
  private final Terminal terminal;
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Talk talk;
  private List<Peer> people = List.of();
  private Optional<Peer> selected = Optional.empty();
  private InputLine input = InputLine.EMPTY;
  private int scroll;
  private String note = "";
  private boolean over;

  ScreenChat(Instance instance, Terminal terminal) {
    this.instance = instance;
    this.terminal = terminal;
  }

  void run() throws InterruptedException {
    var messenger = instance.open();
    talk = new Talk(messenger, instance.words());
    note = instance.words().say("cli.chat.help");
    instance.onStop(() -> events.add(() -> over = true));
    var listening = messenger.listen(_ -> events.add(() -> {}));
    var display = new Display(terminal, true);
    var before = terminal.enterRawMode();
    terminal.puts(Capability.enter_ca_mode);
    terminal.handle(Terminal.Signal.WINCH, _ -> events.add(display::clear));
    try (listening) {
      instance.start();
      var keys = instance.tasks().start("chat-keys", this::readKeys);
      loop(messenger, display);
      keys.interrupt();
    } catch (RuntimeException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      terminal.puts(Capability.exit_ca_mode);
      terminal.setAttributes(before);
      terminal.flush();
    }
  }

  /** Many notices at once are drawn once. */
  private void loop(Messenger messenger, Display display) throws InterruptedException {
    while (!over) {
      refresh();
      draw(messenger, display);
      var batch = new ArrayList<Event>();
      batch.add(events.take());
      events.drainTo(batch);
      batch.forEach(Runnable::run);
    }
  }

  private void refresh() {
    people = talk.people();
    selected =
        selected
            .flatMap(old -> people.stream().filter(p -> p.id().equals(old.id())).findFirst())
            .or(() -> people.stream().findFirst());
  }

  private void draw(Messenger messenger, Display display) {
    int columns = Math.max(20, terminal.getWidth());
    int rows = Math.max(5, terminal.getHeight());
    var lines = selected.map(peer -> talk.lines(talk.with(peer))).orElse(List.of());
    var title = "Paloma · " + messenger.me().name();
    var view =
        new ChatView(
            title,
            people.stream().map(talk::person).toList(),
            selected.map(people::indexOf).orElse(-1),
            lines,
            input,
            scroll,
            note);
    var layout = new ScreenLayout(columns, rows);
    display.resize(rows, columns);
    display.update(layout.draw(view), (rows - 1) * (columns + 1) + layout.cursorColumn(input));
  }

  private void readKeys() {
    var reader = new BindingReader(terminal.reader());
    var map = keyMap();
    try {
      Key key;
      while ((key = reader.readBinding(map)) != null) {
        var pressed = key;
        var typed = reader.getLastBinding();
        events.add(() -> press(pressed, typed));
      }
    } catch (IOError e) {
      // The terminal is gone, or the chat ended and interrupted this read.
    }
    events.add(() -> over = true);
  }

  private void press(Key key, String typed) {
    switch (key) {
      case TYPE -> {
        if (typed.codePoints().noneMatch(Character::isISOControl)) input = input.type(typed);
      }
      case ENTER -> enter();
      case BACKSPACE -> input = input.backspace();
      case DELETE -> input = input.delete();
      case LEFT -> input = input.left();
      case RIGHT -> input = input.right();
      case HOME -> input = input.home();
      case END -> input = input.end();
      case PREVIOUS -> select(-1);
      case NEXT -> select(1);
      case OLDER -> scroll += terminal.getHeight() / 2;
      case NEWER -> scroll = Math.max(0, scroll - terminal.getHeight() / 2);
      case LEAVE -> over = true;
    }
  }

  private void select(int step) {
    if (people.isEmpty()) return;
    int at = selected.map(people::indexOf).orElse(0);
    selected = Optional.of(people.get(Math.floorMod(at + step, people.size())));
    scroll = 0;
  }

  private void enter() {
    var line = input.text().strip();
    if (line.isEmpty()) return;
    if (line.equals("/quit")) {
      over = true;
    } else if (selected.isPresent()) {
      note = talk.enter(talk.with(selected.get()), line).orElse("");
      scroll = 0;
      input = InputLine.EMPTY;
    }
  }

  private KeyMap<Key> keyMap() {
    var map = new KeyMap<Key>();
    map.setUnicode(Key.TYPE);
    map.setNomatch(Key.TYPE);
    map.bind(Key.ENTER, "\r", "\n");
    map.bind(Key.BACKSPACE, KeyMap.del(), KeyMap.ctrl('H'));
    map.bind(Key.LEAVE, KeyMap.ctrl('C'), KeyMap.ctrl('D'), KeyMap.ctrl('Q'));
    map.bind(Key.NEXT, "\t", KeyMap.ctrl('N'));
    map.bind(Key.PREVIOUS, KeyMap.ctrl('P'));
    map.bind(Key.HOME, KeyMap.ctrl('A'));
    map.bind(Key.END, KeyMap.ctrl('E'));
    bind(map, Key.DELETE, Capability.key_dc);
    bind(map, Key.LEFT, Capability.key_left);
    bind(map, Key.RIGHT, Capability.key_right);
    bind(map, Key.HOME, Capability.key_home);
    bind(map, Key.END, Capability.key_end);
    bind(map, Key.PREVIOUS, Capability.key_up);
    bind(map, Key.NEXT, Capability.key_down);
    bind(map, Key.OLDER, Capability.key_ppage);
    bind(map, Key.NEWER, Capability.key_npage);
    return map;
  }

  private void bind(KeyMap<Key> map, Key key, Capability capability) {
    var sequence = KeyMap.key(terminal, capability);
    if (sequence != null) map.bind(key, sequence);
  }
}
