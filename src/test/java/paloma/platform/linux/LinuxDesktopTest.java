package paloma.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import paloma.platform.Tray;

/** A bus of our own with a make-believe desktop on it. */
@EnabledOnOs(OS.LINUX)
class LinuxDesktopTest {
  private static final Tray.Picture DOT = new Tray.Picture(1, new int[] {0xFF0A6E80});

  @TempDir Path folder;
  private EmbeddedDBusDaemon daemon;
  private DBusConnection desktop;
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @BeforeEach
  void begin() throws Exception {
    var address = "unix:path=" + folder.resolve("bus");
    daemon = new EmbeddedDBusDaemon(address + ",listen=true");
    daemon.startInBackgroundAndWait();
    desktop = ours().build();
  }

  @AfterEach
  void end() throws Exception {
    desktop.disconnect();
    daemon.close();
  }

  private DBusConnectionBuilder ours() {
    return DBusConnectionBuilder.forAddress("unix:path=" + folder.resolve("bus")).withShared(false);
  }

  /** Writes down what was shown. */
  private final class Notifications implements NotificationsInterface {
    private int last;

    @Override
    public UInt32 show(
        String application,
        UInt32 replaces,
        String icon,
        String summary,
        String body,
        List<String> actions,
        Map<String, Variant<?>> hints,
        int timeoutMillis) {
      if (replaces.intValue() == 0) last++;
      seen.add(replaces + " " + summary + ": " + body);
      return new UInt32(last);
    }

    @Override
    public List<String> capabilities() {
      return List.of("body-markup", "actions");
    }

    @Override
    public String getObjectPath() {
      return "/org/freedesktop/Notifications";
    }
  }

  private final class Watcher implements StatusNotifierWatcher {
    @Override
    public void register(String busName) {
      seen.add(busName);
    }

    @Override
    public String getObjectPath() {
      return "/StatusNotifierWatcher";
    }
  }

  private String next() throws InterruptedException {
    return seen.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void aNotificationIsShownReplacedAndClicked() throws Exception {
    desktop.requestBusName("org.freedesktop.Notifications");
    desktop.exportObject("/org/freedesktop/Notifications", new Notifications());
    try (var notifier = BusNotifier.open(ours()).orElseThrow()) {
      assertThat(notifier.show("anna", "Anna", "<b>1 & 2", () -> seen.add("old"))).isTrue();
      assertThat(next()).isEqualTo("0 Anna: &lt;b&gt;1 &amp; 2");
      notifier.show("anna", "Anna", "three", () -> seen.add("clicked"));
      assertThat(next()).isEqualTo("1 Anna: three");
      desktop.sendMessage(
          new NotificationsInterface.ActionInvoked(
              "/org/freedesktop/Notifications", new UInt32(1), "default"));
      assertThat(next()).isEqualTo("clicked");
    }
  }

  @Test
  void withoutADesktopThereIsNeitherTrayNorNotification() {
    assertThat(BusNotifier.open(ours())).isEmpty();
    assertThat(BusTray.open(ours(), DOT, "Paloma", () -> {})).isEmpty();
  }

  @Test
  void theTrayIconIsRegisteredClickedAndHasAMenu() throws Exception {
    desktop.requestBusName("org.kde.StatusNotifierWatcher");
    desktop.exportObject("/StatusNotifierWatcher", new Watcher());
    try (var tray =
        BusTray.open(ours(), DOT, "Paloma (3)", () -> seen.add("raised")).orElseThrow()) {
      var name = next();
      var item = desktop.getRemoteObject(name, "/StatusNotifierItem", StatusNotifierItem.class);
      item.activate(0, 0);
      assertThat(next()).isEqualTo("raised");

      var properties = desktop.getRemoteObject(name, "/StatusNotifierItem", Properties.class);
      var all = properties.GetAll("org.kde.StatusNotifierItem");
      assertThat(all.get("Id").getValue()).isEqualTo("paloma");
      assertThat(all.get("IconPixmap").getSig()).isEqualTo("a(iiay)");

      tray.menu(
          List.of(
              new Tray.Entry("Open", () -> seen.add("open")),
              Tray.Entry.separator(),
              new Tray.Entry("Quit", () -> seen.add("quit"))));
      var menu = desktop.getRemoteObject(name, "/MenuBar", MenuInterface.class);
      assertThat(
              menu.groupProperties(List.of(3), List.of()).getFirst().values.get("label").getValue())
          .isEqualTo("Quit");
      assertThat(menu.layout(0, -1, List.of()).root.children).hasSize(3);
      menu.event(3, "clicked", new Variant<>(0), new UInt32(0));
      assertThat(next()).isEqualTo("quit");
    }
  }
}
