package paloma.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** What the desktop asks a person in front of the window, and where it keeps what is copied. */
record Choosers(Stage stage) {
  List<Path> files() {
    var chosen = new FileChooser().showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  Optional<Path> folder() {
    return Optional.ofNullable(new DirectoryChooser().showDialog(stage)).map(File::toPath);
  }

  /** An image file of a kind that can be read. */
  Optional<Path> picture(String called) {
    var chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(called, "*.png", "*.jpg", "*.jpeg", "*.gif"));
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }

  void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
