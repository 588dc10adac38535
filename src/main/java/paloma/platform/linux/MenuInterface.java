package paloma.platform.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu of a tray icon as the desktop asks for it. */
@DBusInterfaceName("com.canonical.dbusmenu")
public interface MenuInterface extends DBusInterface {
  @DBusMemberName("GetLayout")
  Layout<UInt32, Node> layout(int parent, int depth, List<String> properties);

  @DBusMemberName("GetGroupProperties")
  List<Properties> groupProperties(List<Integer> ids, List<String> properties);

  @DBusMemberName("GetProperty")
  Variant<?> property(int id, String name);

  @DBusMemberName("Event")
  void event(int id, String event, Variant<?> data, UInt32 timestamp);

  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int id);

  /** What {@code GetLayout} answers. */
  final class Layout<A, B> extends Tuple {
    @Position(0)
    public final A revision;

    @Position(1)
    public final B root;

    public Layout(A revision, B root) {
      this.revision = revision;
      this.root = root;
    }
  }

  /** An entry and those below it. */
  final class Node extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    @Position(2)
    public final List<Variant<?>> children;

    public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }
  }

  /** How an entry looks. */
  final class Properties extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> values;

    public Properties(int id, Map<String, Variant<?>> values) {
      this.id = id;
      this.values = values;
    }
  }

  /** The menu is another one now. */
  class LayoutUpdated extends DBusSignal {
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
    }
  }
}
