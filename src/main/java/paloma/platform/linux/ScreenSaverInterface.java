package paloma.platform.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/** {@code org.freedesktop.ScreenSaver}, as far as it is used here. */
@DBusInterfaceName("org.freedesktop.ScreenSaver")
public interface ScreenSaverInterface extends DBusInterface {
  /** Milliseconds, where a desktop has it at all. */
  @DBusMemberName("GetSessionIdleTime")
  UInt32 sessionIdleTime();
}
