package paloma.ui.conversation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a conversation has done outside of the window.
 *
 * @param browse opens a page that somebody clicked
 * @param open opens a received file; only ever asked for harmless kinds
 * @param show shows a received file in its folder
 * @param files asks for files to attach; empty when somebody changed their mind
 * @param folder asks for a folder to save into
 * @param copy takes text into the clipboard
 */
public record Errands(
    Consumer<URI> browse,
    Consumer<Path> open,
    Consumer<Path> show,
    Supplier<List<Path>> files,
    Supplier<Optional<Path>> folder,
    Consumer<String> copy) {}
