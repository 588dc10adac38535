package paloma.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import paloma.model.Hash;
import paloma.model.ProblemException;
import paloma.model.SignedRelease;
import paloma.sync.SyncLink;
import paloma.transfer.Standing;
import paloma.update.InstallerShelf;
import paloma.update.InstallerShelf.Entry;

/**
 * The installers that lie here and are passed on: what is on the shelf is served, and told on every
 * link when it changes. Guarded by the lock of its owner, but for {@link #told}.
 */
final class PassedOn {
  private final InstallerShelf shelf;
  private Links links;
  private Standing standing;

  PassedOn(InstallerShelf shelf) {
    this.shelf = shelf;
  }

  void start(Links to, Standing transfers) {
    links = to;
    standing = transfers;
    shelf.load();
    shelf.entries().forEach(this::serve);
  }

  /** What is told on a link. Never waits. */
  List<SignedRelease> told() {
    return shelf.entries().stream().map(Entry::signed).toList();
  }

  Optional<Entry> find(Hash id) {
    return shelf.find(id);
  }

  Entry add(Path installer) {
    return changed(() -> shelf.add(installer));
  }

  Entry add(Path installer, SignedRelease signed) {
    return changed(() -> shelf.add(installer, signed));
  }

  /** A checked copy for the system's installer; what fails the check is not passed on either. */
  Path takeOut(Entry entry) {
    try {
      return shelf.takeOut(entry);
    } catch (ProblemException e) {
      if (shelf.find(entry.id()).isEmpty()) {
        standing.withdraw(UpdatePull.number(entry.id()));
        tell();
      }
      throw e;
    }
  }

  /** Something came, and older ones may have gone for it. */
  private Entry changed(Supplier<Entry> addition) {
    var before = shelf.entries();
    var entry = addition.get();
    before.stream()
        .filter(old -> shelf.find(old.id()).isEmpty())
        .forEach(old -> standing.withdraw(UpdatePull.number(old.id())));
    serve(entry);
    tell();
    return entry;
  }

  private void serve(Entry entry) {
    standing.serve(
        UpdatePull.number(entry.id()), UpdatePull.file(entry.release(), List.of(entry.file())));
  }

  /** Tells everybody what lies here now. */
  void tell() {
    links.all().forEach(SyncLink::releasesChanged);
  }
}
