package paloma.platform.linux;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.AddressResolvingException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import paloma.platform.Tray;

/** The tray of the Linux desktops that have one: a StatusNotifierItem and its menu. */
public final class BusTray implements Tray {
  private static final System.Logger LOG = System.getLogger("paloma.platform");
  private static final String WATCHER = "org.kde.StatusNotifierWatcher";
  private static final String ITEM = "/StatusNotifierItem";

  private final DBusConnection bus;
  private final BusMenu menu = new BusMenu();
  private final Item item;

  private BusTray(DBusConnection bus, Item item) {
    this.bus = bus;
    this.item = item;
  }

  /** Empty where the desktop has no tray; {@code activated} runs on a click. */
  public static Optional<BusTray> open(Picture picture, String tooltip, Runnable activated) {
    try {
      var bus = DBusConnectionBuilder.forSessionBus().withShared(false);
      return open(bus, picture, tooltip, activated);
    } catch (AddressResolvingException e) {
      LOG.log(Level.DEBUG, "no tray: " + e.getMessage());
      return Optional.empty();
    }
  }

  static Optional<BusTray> open(
      DBusConnectionBuilder address, Picture picture, String tooltip, Runnable activated) {
    DBusConnection bus = null;
    try {
      bus = address.build();
      var tray = new BusTray(bus, new Item(picture, tooltip, activated));
      bus.exportObject(BusMenu.PATH, tray.menu);
      bus.exportObject(ITEM, tray.item);
      var watcher =
          bus.getRemoteObject(WATCHER, "/StatusNotifierWatcher", StatusNotifierWatcher.class);
      watcher.register(bus.getUniqueName());
      return Optional.of(tray);
    } catch (DBusException | DBusExecutionException e) {
      LOG.log(Level.DEBUG, "no tray: " + e.getMessage());
      if (bus != null) bus.disconnect();
      return Optional.empty();
    }
  }

  @Override
  public void change(Picture picture, String tooltip) {
    item.picture = picture;
    item.tooltip = tooltip;
    try {
      bus.sendMessage(new StatusNotifierItem.NewIcon(ITEM));
      bus.sendMessage(new StatusNotifierItem.NewToolTip(ITEM));
    } catch (DBusException e) {
      LOG.log(Level.DEBUG, "tray icon not changed: " + e.getMessage());
    }
  }

  @Override
  public void menu(List<Entry> entries) {
    try {
      bus.sendMessage(new MenuInterface.LayoutUpdated(BusMenu.PATH, menu.change(entries), 0));
    } catch (DBusException e) {
      LOG.log(Level.DEBUG, "tray menu not changed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    bus.disconnect();
  }

  /** A picture on the bus: pixels as ARGB in network byte order. */
  static final class Pixmap extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final byte[] pixels;

    Pixmap(Picture picture) {
      width = picture.size();
      height = picture.size();
      var bytes = ByteBuffer.allocate(picture.argb().length * Integer.BYTES);
      bytes.asIntBuffer().put(picture.argb());
      pixels = bytes.array();
    }
  }

  /** What a pointer over the icon says. */
  static final class ToolTip extends Struct {
    @Position(0)
    public final String icon = "";

    @Position(1)
    public final List<Pixmap> pictures = List.of();

    @Position(2)
    public final String title;

    @Position(3)
    public final String text = "";

    ToolTip(String title) {
      this.title = title;
    }
  }

  /** Our icon. */
  private static final class Item implements StatusNotifierItem, Properties {
    private final Runnable activated;
    private volatile Picture picture;
    private volatile String tooltip;

    Item(Picture picture, String tooltip, Runnable activated) {
      this.picture = picture;
      this.tooltip = tooltip;
      this.activated = activated;
    }

    @Override
    public void activate(int x, int y) {
      activated.run();
    }

    @Override
    public void secondaryActivate(int x, int y) {
      activated.run();
    }

    @Override
    public void contextMenu(int x, int y) {}

    @Override
    public void scroll(int delta, String orientation) {}

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
          "Category", new Variant<>("Communications"),
          "Id", new Variant<>("paloma"),
          "Title", new Variant<>("Paloma"),
          "Status", new Variant<>("Active"),
          "IconName", new Variant<>(""),
          "IconPixmap", new Variant<>(List.of(new Pixmap(picture)), "a(iiay)"),
          "ToolTip", new Variant<>(new ToolTip(tooltip), "(sa(iiay)ss)"),
          "ItemIsMenu", new Variant<>(false),
          "Menu", new Variant<>(new DBusPath(BusMenu.PATH)));
    }

    @Override
    public String getObjectPath() {
      return ITEM;
    }
  }
}
