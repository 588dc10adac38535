package paloma.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import paloma.model.Release;
import paloma.model.ReleaseVersion;

/**
 * What stays on the shelf. The version that runs here stays too: a colleague who was away may still
 * need it. Pure.
 */
final class ShelfRules {
  /** As many as one frame tells: a release for every system and form. */
  static final int MOST = 8;

  /** Bytes of a profile; an office's installers for all systems take half of it. */
  static final long MOST_BYTES = 2L << 30;

  private ShelfRules() {}

  /** Whether this is older than what runs here: nobody is offered a step back. */
  static boolean older(Release release, Optional<ReleaseVersion> running) {
    return running.map(own -> release.version().compareTo(own) < 0).orElse(false);
  }

  /** The releases to keep, newest first. */
  static List<Release> kept(List<Release> all, Optional<ReleaseVersion> running) {
    var newestFirst =
        all.stream()
            .sorted(
                Comparator.comparing(Release::version).reversed().thenComparing(Release::sha256))
            .toList();
    var kept = new ArrayList<Release>();
    long bytes = 0;
    for (var release : newestFirst) {
      boolean followed = kept.stream().anyMatch(k -> k.target().equals(release.target()));
      boolean room = kept.size() < MOST && bytes + release.size() <= MOST_BYTES;
      if (older(release, running) || followed || !room) continue;
      kept.add(release);
      bytes += release.size();
    }
    return List.copyOf(kept);
  }
}
