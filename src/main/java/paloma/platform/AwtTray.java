package paloma.platform;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The tray of Windows and macOS, which also shows notifications there. */
public final class AwtTray implements Tray, Notifier {
  private final TrayIcon icon;
  private final AtomicReference<Runnable> clicked;

  private AwtTray(TrayIcon icon, AtomicReference<Runnable> clicked) {
    this.icon = icon;
    this.clicked = clicked;
  }

  /** Empty where there is no tray. */
  public static Optional<AwtTray> open(Picture picture, String tooltip, Runnable activated) {
    if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) return Optional.empty();
    try {
      var icon = new TrayIcon(image(picture), tooltip);
      icon.setImageAutoSize(true);
      // AWT has one action for the icon and for the notification last shown.
      var clicked = new AtomicReference<>(activated);
      icon.addActionListener(_ -> clicked.getAndSet(activated).run());
      SystemTray.getSystemTray().add(icon);
      return Optional.of(new AwtTray(icon, clicked));
    } catch (AWTException e) {
      return Optional.empty();
    }
  }

  @Override
  public void change(Picture picture, String tooltip) {
    EventQueue.invokeLater(() -> {
      icon.setImage(image(picture));
      icon.setToolTip(tooltip);
    });
  }

  @Override
  public void menu(List<Entry> entries) {
    EventQueue.invokeLater(() -> {
      var menu = new PopupMenu();
      for (var entry : entries) {
        if (entry.isSeparator()) {
          menu.addSeparator();
        } else {
          var item = new MenuItem(entry.text());
          item.addActionListener(_ -> entry.action().run());
          menu.add(item);
        }
      }
      icon.setPopupMenu(menu);
    });
  }

  @Override
  public boolean show(String topic, String title, String text, Runnable open) {
    clicked.set(open);
    EventQueue.invokeLater(() -> icon.displayMessage(title, text, TrayIcon.MessageType.NONE));
    return true;
  }

  private static BufferedImage image(Picture picture) {
    int size = picture.size();
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, picture.argb(), 0, size);
    return image;
  }

  @Override
  public void close() {
    EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
  }
}
