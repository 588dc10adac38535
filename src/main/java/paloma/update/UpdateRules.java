package paloma.update;

import java.util.Comparator;
import java.util.Optional;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

/**
 * Whether a release is one for the person here, whose signature was checked before. Pure.
 *
 * @param running empty when the version of this program is not one; then nothing is newer
 * @param here where this program runs and how it was installed
 */
public record UpdateRules(Optional<ReleaseVersion> running, ReleaseTarget here) {
  /** Whether it may be shown here. */
  public boolean shows(Release release, UpdatePolicy policy) {
    return policy.on()
        && fits(release.target())
        && newer(release.version())
        && policy.allows(release.version());
  }

  private boolean newer(ReleaseVersion version) {
    return running.map(own -> version.compareTo(own) > 0).orElse(false);
  }

  /** A program that was only unpacked can be followed by a package of any form of its system. */
  private boolean fits(ReleaseTarget target) {
    boolean arch = target.arch().equals(here.arch()) || target.arch().equals(ReleaseTarget.ANY);
    boolean form = target.form().equals(here.form()) || here.form().equals(ReleaseTarget.IMAGE);
    return target.os().equals(here.os()) && arch && form;
  }

  /** The greatest of those that may be shown is: the newest, then what the system installs. */
  public Comparator<Release> order() {
    return Comparator.comparing(Release::version)
        .thenComparing(r -> r.target().form().equals(here.form()))
        .thenComparing(r -> r.target().form().equals("zip"))
        .thenComparing(Release::sha256);
  }
}
