package paloma.platform.linux;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.AddressResolvingException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import paloma.platform.Notifier;

/** Notifications of the Linux desktop. */
public final class BusNotifier implements Notifier {
  private static final System.Logger LOG = System.getLogger("paloma.platform");
  private static final String NAME = "org.freedesktop.Notifications";
  private static final String PATH = "/org/freedesktop/Notifications";
  private static final UInt32 NEW = new UInt32(0);

  /** The server decides how long a notification stays. */
  private static final int USUAL = -1;

  private final DBusConnection bus;
  private final NotificationsInterface server;
  private final boolean markup;
  private final Map<String, UInt32> shown = new ConcurrentHashMap<>();
  private final Map<UInt32, Runnable> clicks = new ConcurrentHashMap<>();

  private BusNotifier(DBusConnection bus, NotificationsInterface server, boolean markup) {
    this.bus = bus;
    this.server = server;
    this.markup = markup;
  }

  /** Empty where no session bus or no notification server is there. */
  public static Optional<BusNotifier> open() {
    try {
      return open(DBusConnectionBuilder.forSessionBus().withShared(false));
    } catch (AddressResolvingException e) {
      LOG.log(Level.DEBUG, "no notifications: " + e.getMessage());
      return Optional.empty();
    }
  }

  static Optional<BusNotifier> open(DBusConnectionBuilder address) {
    DBusConnection bus = null;
    try {
      bus = address.build();
      var server = bus.getRemoteObject(NAME, PATH, NotificationsInterface.class);
      var notifier = new BusNotifier(bus, server, server.capabilities().contains("body-markup"));
      bus.addSigHandler(NotificationsInterface.ActionInvoked.class, notifier::invoked);
      bus.addSigHandler(NotificationsInterface.NotificationClosed.class, notifier::gone);
      return Optional.of(notifier);
    } catch (DBusException | DBusExecutionException e) {
      LOG.log(Level.DEBUG, "no notifications: " + e.getMessage());
      if (bus != null) bus.disconnect();
      return Optional.empty();
    }
  }

  @Override
  public boolean show(String topic, String title, String text, Runnable clicked) {
    try {
      var id =
          server.show(
              "Paloma",
              shown.getOrDefault(topic, NEW),
              "paloma",
              title,
              markup ? escaped(text) : text,
              List.of("default", ""),
              Map.of("category", new Variant<>("im.received")),
              USUAL);
      shown.put(topic, id);
      clicks.put(id, clicked);
      return true;
    } catch (DBusExecutionException e) {
      LOG.log(Level.DEBUG, "notification refused: " + e.getMessage());
      return false;
    }
  }

  private void invoked(NotificationsInterface.ActionInvoked signal) {
    var clicked = clicks.remove(signal.id());
    if (clicked != null) clicked.run();
  }

  private void gone(NotificationsInterface.NotificationClosed signal) {
    clicks.remove(signal.id());
    shown.values().remove(signal.id());
  }

  /** What people write must not become markup. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
