package paloma.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import paloma.files.FileProblems;
import paloma.model.Hash;

/** Releases that the person here does not want to hear of again: a line each. Thread-safe. */
public final class Dismissed {
  /** Old ones are no news any more. */
  private static final int MOST = 32;

  private final Path file;
  private List<String> ids;

  /**
   * @param folder that of all installers
   */
  public Dismissed(Path folder) {
    file = folder.resolve(".dismissed");
  }

  public synchronized boolean has(Hash id) {
    return ids().contains(id.hex());
  }

  private List<String> ids() {
    if (ids == null) {
      try {
        ids = Files.readAllLines(file);
      } catch (NoSuchFileException e) {
        ids = List.of();
      } catch (IOException e) {
        System.getLogger("paloma.update")
            .log(System.Logger.Level.INFO, "what was dismissed cannot be read", e);
        ids = List.of();
      }
    }
    return ids;
  }

  public synchronized void add(Hash id) {
    if (has(id)) return;
    var all = new ArrayList<>(ids());
    all.add(id.hex());
    var kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, kept);
      ids = kept;
    } catch (IOException e) {
      throw FileProblems.writing(file.getParent(), e);
    }
  }
}
