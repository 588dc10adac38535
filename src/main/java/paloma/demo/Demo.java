package paloma.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import paloma.settings.Language;
import paloma.settings.PolicyReading;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.ui.PalomaWindow;

/** The window on a make-believe neighbourhood: to play with, and to draw every screen. */
public final class Demo {
  /** What the clock shows in the pictures: a Tuesday, 09:35 in Shanghai. */
  static final Instant PICTURED = Instant.parse("2026-11-24T01:35:00Z");

  private Demo() {}

  /** Shows the window and returns when it was closed. */
  public static void window(Language language) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("paloma-demo");
    var closed = new CountDownLatch(1);
    var cast = Cast.in(language);
    var settings = Settings.inMemory(PolicyReading.of(cast.office()));
    settings.set(Setting.LANGUAGE, language.locale().toString());
    settings.set(Setting.WELCOMED, true);
    settings.set(Setting.DOWNLOADS, folder.resolve("downloads").toString());
    try (var street = new Neighbourhood(cast, folder, Instant.now())) {
      street.start();
      street.wake();
      try (var _ = PalomaWindow.open(street.me(), settings, street.tasks(), closed::countDown)) {
        closed.await();
      }
    } finally {
      delete(folder);
    }
  }

  /** Draws every screen, by day and by night, in every language, wide and narrow. */
  public static void screenshots(Path into) throws IOException, InterruptedException {
    Files.createDirectories(into);
    for (var language : Language.values()) {
      var folder = Files.createTempDirectory("paloma-demo");
      var cast = Cast.in(language);
      try (var street = new Neighbourhood(cast, folder.resolve("street"), PICTURED);
          var desert = new Neighbourhood(cast.alone(), folder.resolve("desert"), PICTURED)) {
        street.start();
        desert.start();
        street.awaitMail();
        new Pictures(language, into).draw(street, desert);
      } finally {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
