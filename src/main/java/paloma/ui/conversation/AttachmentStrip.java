package paloma.ui.conversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import paloma.ui.files.FileIcons;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** What goes with the next message, each with a way to leave it out. */
final class AttachmentStrip extends FlowPane {
  private final ObservableList<Path> attachments;
  private final Wording words;

  AttachmentStrip(ObservableList<Path> attachments, Wording words) {
    this.attachments = attachments;
    this.words = words;
    getStyleClass().add("strip");
  }

  void start() {
    attachments.addListener((ListChangeListener<Path>) _ -> show());
    show();
  }

  /** Adds files, each once. */
  void add(List<Path> files) {
    for (var file : files) if (!attachments.contains(file)) attachments.add(file);
  }

  private void show() {
    getChildren().setAll(attachments.stream().map(this::chip).toList());
    setVisible(!attachments.isEmpty());
    setManaged(isVisible());
  }

  private Node chip(Path file) {
    var name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    boolean folder = Files.isDirectory(file);
    var label = new Label(SafeText.name(name), Icon.of(FileIcons.of(name, folder)));
    var away =
        Buttons.icon(
            "dismiss",
            words.say("composer.detach", SafeText.name(name)),
            () -> attachments.remove(file));
    var chip = new HBox(label, away);
    chip.getStyleClass().add("attachment");
    return chip;
  }
}
