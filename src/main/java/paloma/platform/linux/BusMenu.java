package paloma.platform.linux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import paloma.platform.Tray;

/** The menu below our icon: one level, entry n has id n + 1. */
final class BusMenu implements MenuInterface, Properties {
  static final String PATH = "/MenuBar";

  /** The signature of an entry inside its parent's list. */
  private static final String NODE = "(ia{sv}av)";

  private record Version(int number, List<Tray.Entry> entries) {}

  private final AtomicReference<Version> now = new AtomicReference<>(new Version(1, List.of()));

  /** The number of the new layout. */
  UInt32 change(List<Tray.Entry> entries) {
    var version =
        now.updateAndGet(before -> new Version(before.number() + 1, List.copyOf(entries)));
    return new UInt32(version.number());
  }

  @Override
  public Layout<UInt32, Node> layout(int parent, int depth, List<String> properties) {
    var version = now.get();
    var entries = version.entries();
    List<Variant<?>> children =
        parent != 0 || depth == 0
            ? List.of()
            : IntStream.range(0, entries.size())
                .<Variant<?>>mapToObj(
                    i -> new Variant<>(new Node(i + 1, look(entries.get(i)), List.of()), NODE))
                .toList();
    Map<String, Variant<?>> root = new LinkedHashMap<>();
    root.put("children-display", new Variant<>("submenu"));
    return new Layout<>(new UInt32(version.number()), new Node(parent, root, children));
  }

  @Override
  public List<MenuInterface.Properties> groupProperties(
      List<Integer> ids, List<String> properties) {
    var entries = now.get().entries();
    return IntStream.range(0, entries.size())
        .filter(i -> ids.isEmpty() || ids.contains(i + 1))
        .mapToObj(i -> new MenuInterface.Properties(i + 1, look(entries.get(i))))
        .toList();
  }

  @Override
  public Variant<?> property(int id, String name) {
    var entries = now.get().entries();
    var look = id >= 1 && id <= entries.size() ? look(entries.get(id - 1)).get(name) : null;
    return look == null ? new Variant<>("") : look;
  }

  @Override
  public void event(int id, String event, Variant<?> data, UInt32 timestamp) {
    var entries = now.get().entries();
    if (event.equals("clicked") && id >= 1 && id <= entries.size()) {
      entries.get(id - 1).action().run();
    }
  }

  @Override
  public boolean aboutToShow(int id) {
    return false;
  }

  private static Map<String, Variant<?>> look(Tray.Entry entry) {
    Map<String, Variant<?>> look = new LinkedHashMap<>();
    if (entry.isSeparator()) {
      look.put("type", new Variant<>("separator"));
    } else {
      // An underscore would mark the next letter as the one to press.
      look.put("label", new Variant<>(entry.text().replace("_", "__")));
    }
    return look;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> A Get(String face, String name) {
    return (A) GetAll(face).get(name);
  }

  @Override
  public <A> void Set(String face, String name, A value) {}

  @Override
  public Map<String, Variant<?>> GetAll(String face) {
    return Map.of(
        "Version", new Variant<>(new UInt32(3)),
        "TextDirection", new Variant<>("ltr"),
        "Status", new Variant<>("normal"),
        "IconThemePath", new Variant<>(new String[0], "as"));
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
