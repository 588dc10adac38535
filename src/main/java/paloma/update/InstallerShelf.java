package paloma.update;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import paloma.files.FileProblems;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Problem;
import paloma.model.Release;
import paloma.model.ReleaseVersion;
import paloma.model.SignedRelease;

/**
 * The installers that lie in a profile, each in a folder of its own with its statement: complete,
 * checked when they were put there, few. Methods may read and write whole installers. Thread-safe.
 */
public final class InstallerShelf {
  private static final System.Logger LOG = System.getLogger("paloma.update");

  /** Folders that are not of a release begin so. */
  private static final String OURS = ".";

  private final Path folder;
  private final ReleaseKeys keys;
  private final Optional<ReleaseVersion> running;
  private volatile List<Entry> entries = List.of();

  /** An installer that lies here. */
  public record Entry(Release release, SignedRelease signed, Path file) {
    public Hash id() {
      return signed.id();
    }
  }

  public InstallerShelf(Path folder, ReleaseKeys keys, Optional<ReleaseVersion> running) {
    this.folder = folder;
    this.keys = keys;
    this.running = running;
  }

  /** Looks at what lies there; what has no good signature, or has had its time, is removed. */
  public synchronized void load() {
    entries = List.of();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
    var found = new ArrayList<Entry>();
    try (var places = Files.list(folder)) {
      for (var place : places.toList()) {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) continue;
        if (place.getFileName().toString().startsWith(OURS + "copy")) {
          remove(place);
        } else if (!place.getFileName().toString().startsWith(OURS)) {
          read(place).ifPresentOrElse(found::add, () -> remove(place));
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "installers cannot be listed", e);
    }
    entries = List.copyOf(found);
    prune();
  }

  /** What makes a folder one of a release; the bytes are checked when they are used. */
  private Optional<Entry> read(Path place) {
    try {
      for (var file : listed(place)) {
        if (!file.getFileName().toString().endsWith(ReleaseFile.ENDING)) continue;
        var signed = ReleaseFile.read(file);
        var release = keys.check(signed).orElse(null);
        if (release == null) return Optional.empty();
        var installer = place.resolve(release.file());
        var is =
            Files.readAttributes(installer, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean whole =
            is.isRegularFile()
                && is.size() == release.size()
                && is.lastModifiedTime().toInstant().equals(release.date())
                && place.equals(place(signed.id()));
        return whole ? Optional.of(new Entry(release, signed, installer)) : Optional.empty();
      }
    } catch (IOException e) {
      LOG.log(Level.INFO, "an installer is not what it was: {0}", e.toString());
    }
    return Optional.empty();
  }

  private static List<Path> listed(Path place) throws IOException {
    try (var files = Files.list(place)) {
      return files.toList();
    }
  }

  private Path place(Hash id) {
    return folder.resolve(id.hex().substring(0, 32));
  }

  /** Newest first is nobody's promise; at most as many as one frame tells. */
  public List<Entry> entries() {
    return entries;
  }

  public Optional<Entry> find(Hash id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /**
   * Puts an installer there that a person has, with its statement beside it.
   *
   * @throws paloma.model.ProblemException when it is not signed, not by our key, older than what
   *     runs, or not the file that was signed
   */
  public Entry add(Path installer) {
    return add(installer, statementOf(installer));
  }

  static SignedRelease statementOf(Path installer) {
    var name = installer.getFileName().toString();
    if (!Files.isRegularFile(installer)) {
      throw Problem.failed("file-missing", installer.toString()).exception();
    }
    try {
      return ReleaseFile.read(ReleaseFile.beside(installer));
    } catch (NoSuchFileException e) {
      throw Problem.refused("update-unsigned", name, name + ReleaseFile.ENDING).exception();
    } catch (MalformedException e) {
      throw Problem.refused("update-wrong", name).exception();
    } catch (IOException e) {
      throw Problem.failed("file-unreadable", name + ReleaseFile.ENDING).exception();
    }
  }

  /** Puts an installer there whose statement came from elsewhere. The original stays. */
  public synchronized Entry add(Path installer, SignedRelease signed) {
    var release =
        keys.check(signed)
            .orElseThrow(() -> Problem.refused("update-wrong", name(installer)).exception());
    if (ShelfRules.older(release, running)) {
      throw Problem.refused("update-older", release.version().toString()).exception();
    }
    var known = find(signed.id());
    if (known.isPresent()) return known.get();
    var others = new ArrayList<>(entries.stream().map(Entry::release).toList());
    others.add(release);
    if (!ShelfRules.kept(others, running).contains(release)) {
      throw Problem.refused("update-not-needed", release.version().toString()).exception();
    }
    var entry = put(installer, signed, release);
    var all = new ArrayList<>(entries);
    all.add(entry);
    entries = List.copyOf(all);
    prune();
    return entry;
  }

  private Entry put(Path installer, SignedRelease signed, Release release) {
    try {
      Files.createDirectories(folder);
      FileProblems.needSpace(folder, release.size());
      var copy = folder.resolve(OURS + "copy-" + UUID.randomUUID());
      Files.createDirectory(copy);
      try {
        var file = copy.resolve(release.file());
        if (!CheckedCopy.copy(installer, file, release)) throw tampered(release);
        ReleaseFile.write(ReleaseFile.beside(file), signed);
        var place = place(signed.id());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) remove(place);
        Files.move(copy, place);
        return new Entry(release, signed, place.resolve(release.file()));
      } finally {
        remove(copy);
      }
    } catch (IOException e) {
      throw FileProblems.writing(folder, e);
    }
  }

  /**
   * A copy of what lies there whose bytes were checked while they were written, for the system to
   * install; copies of earlier tries go. What fails the check leaves the shelf.
   */
  public synchronized Path takeOut(Entry entry) {
    var out = folder.resolve(OURS + "install");
    try {
      remove(out);
      Files.createDirectories(out);
      FileProblems.needSpace(folder, entry.release().size());
      var copy = out.resolve(entry.release().file());
      if (CheckedCopy.copy(entry.file(), copy, entry.release())) return copy;
    } catch (NoSuchFileException e) {
      LOG.log(Level.INFO, "an installer vanished: {0}", e.getMessage());
    } catch (IOException e) {
      throw FileProblems.writing(folder, e);
    }
    drop(entry.id());
    throw tampered(entry.release());
  }

  private static RuntimeException tampered(Release release) {
    return Problem.refused("update-tampered", release.file()).exception();
  }

  private static String name(Path installer) {
    return installer.getFileName().toString();
  }

  /** Takes an installer away. */
  public synchronized void drop(Hash id) {
    entries = entries.stream().filter(entry -> !entry.id().equals(id)).toList();
    remove(place(id));
  }

  private void prune() {
    var kept = ShelfRules.kept(entries.stream().map(Entry::release).toList(), running);
    for (var entry : entries) if (!kept.contains(entry.release())) drop(entry.id());
  }

  /** Removes a folder of ours; never what a link in it points at. */
  static void remove(Path place) {
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) return;
    try {
      Files.walkFileTree(place, new Removal());
    } catch (IOException e) {
      LOG.log(Level.INFO, "an old installer stays behind", e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path place, IOException e) throws IOException {
      if (e != null) throw e;
      Files.deleteIfExists(place);
      return FileVisitResult.CONTINUE;
    }
  }
}
