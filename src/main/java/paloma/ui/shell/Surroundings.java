package paloma.ui.shell;

import java.util.List;
import java.util.Optional;
import paloma.platform.AwtTray;
import paloma.platform.Notifier;
import paloma.platform.Os;
import paloma.platform.Tray;
import paloma.platform.linux.BusNotifier;
import paloma.platform.linux.BusTray;

/** Tray and notifications of this desktop, whichever of them it has. */
public final class Surroundings implements AutoCloseable {
  private final Optional<Tray> tray;
  private final Optional<Notifier> notifier;

  private Surroundings(Optional<Tray> tray, Optional<Notifier> notifier) {
    this.tray = tray;
    this.notifier = notifier;
  }

  /** A desktop without anything, as tests and screenshots have it. */
  public static Surroundings none() {
    return new Surroundings(Optional.empty(), Optional.empty());
  }

  /** Asks the desktop; may take a second, so not on the JavaFX thread. */
  public static Surroundings open(Tray.Picture picture, Runnable activated) {
    return switch (Os.here()) {
      case LINUX ->
          new Surroundings(
              BusTray.open(picture, "Paloma", activated).map(t -> t),
              BusNotifier.open().map(n -> n));
      case WINDOWS, MACOS -> {
        var both = AwtTray.open(picture, "Paloma", activated);
        yield new Surroundings(both.map(t -> t), both.map(n -> n));
      }
    };
  }

  public boolean hasTray() {
    return tray.isPresent();
  }

  public void menu(List<Tray.Entry> entries) {
    tray.ifPresent(t -> t.menu(entries));
  }

  public void change(Tray.Picture picture, String tooltip) {
    tray.ifPresent(t -> t.change(picture, tooltip));
  }

  /** False when the desktop shows none. */
  public boolean notify(String topic, String title, String text, Runnable clicked) {
    return notifier.isPresent() && notifier.get().show(topic, title, text, clicked);
  }

  @Override
  public void close() {
    tray.ifPresent(Tray::close);
    notifier.ifPresent(Notifier::close);
  }
}
