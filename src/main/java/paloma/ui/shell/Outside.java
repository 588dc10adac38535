package paloma.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import paloma.platform.FileOpener;

/**
 * What the pages need of the desktop around the window.
 *
 * @param downloads where received files go, as it is shown
 * @param folders asks for a folder; empty when somebody changed their mind
 * @param pictures asks for an image file; empty likewise
 * @param clipboard takes text
 * @param login looks whether Paloma starts at login; empty where it can't
 */
public record Outside(
    FileOpener opener,
    ObservableValue<String> downloads,
    Supplier<Optional<Path>> folders,
    Supplier<Optional<Path>> pictures,
    Consumer<String> clipboard,
    Optional<Runnable> login) {
  Optional<Path> chooseFolder() {
    return folders.get();
  }

  void copy(String text) {
    clipboard.accept(text);
  }
}
