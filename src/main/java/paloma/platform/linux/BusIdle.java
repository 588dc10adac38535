package paloma.platform.linux;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.AddressResolvingException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import paloma.platform.IdleTime;

/** What a Linux desktop tells of the last input: GNOME in its way, KDE and others in theirs. */
public final class BusIdle implements IdleTime {
  private static final System.Logger LOG = System.getLogger("paloma.platform");

  private final DBusConnection bus;
  private final LongSupplier millis;

  private BusIdle(DBusConnection bus, LongSupplier millis) {
    this.bus = bus;
    this.millis = millis;
  }

  /** Empty where no session bus is there, or nobody on it knows. */
  public static Optional<BusIdle> open() {
    try {
      return open(DBusConnectionBuilder.forSessionBus().withShared(false));
    } catch (AddressResolvingException e) {
      LOG.log(Level.DEBUG, "idle time is not told: " + e.getMessage());
      return Optional.empty();
    }
  }

  static Optional<BusIdle> open(DBusConnectionBuilder address) {
    DBusConnection bus = null;
    try {
      bus = address.build();
      var connection = bus;
      var monitor =
          connection.getRemoteObject(
              "org.gnome.Mutter.IdleMonitor",
              "/org/gnome/Mutter/IdleMonitor/Core",
              IdleMonitorInterface.class);
      LongSupplier gnome = () -> monitor.idleTime().longValue();
      if (answers(gnome)) return Optional.of(new BusIdle(bus, gnome));
      var saver =
          connection.getRemoteObject(
              "org.freedesktop.ScreenSaver",
              "/org/freedesktop/ScreenSaver",
              ScreenSaverInterface.class);
      LongSupplier others = () -> saver.sessionIdleTime().longValue();
      if (answers(others)) return Optional.of(new BusIdle(bus, others));
    } catch (DBusException | DBusExecutionException e) {
      LOG.log(Level.DEBUG, "idle time is not told: " + e.getMessage());
    }
    if (bus != null) bus.disconnect();
    return Optional.empty();
  }

  private static boolean answers(LongSupplier millis) {
    try {
      return millis.getAsLong() >= 0;
    } catch (DBusExecutionException e) {
      return false;
    }
  }

  @Override
  public Optional<Duration> untouched() {
    try {
      return Optional.of(Duration.ofMillis(millis.getAsLong()));
    } catch (DBusExecutionException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
