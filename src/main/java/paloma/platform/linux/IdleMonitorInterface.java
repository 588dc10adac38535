package paloma.platform.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt64;

/** {@code org.gnome.Mutter.IdleMonitor}, as far as it is used here. */
@DBusInterfaceName("org.gnome.Mutter.IdleMonitor")
public interface IdleMonitorInterface extends DBusInterface {
  /** Milliseconds. */
  @DBusMemberName("GetIdletime")
  UInt64 idleTime();
}
