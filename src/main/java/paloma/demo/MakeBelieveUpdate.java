package paloma.demo;

import java.util.Optional;
import paloma.core.Notice;
import paloma.model.Hash;
import paloma.model.Problem;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;
import paloma.model.Update;

/** An update that nobody has, for the pictures: every state of it, told as a real one is. */
final class MakeBelieveUpdate {
  private static final long BYTES = 74_400_000;

  private MakeBelieveUpdate() {}

  static Notice in(Neighbourhood street, Update.State state) {
    var version = ReleaseVersion.parse("0.2.0").orElseThrow();
    var file = "paloma_0.2.0_amd64.deb";
    var target = new ReleaseTarget("linux", "x64", "deb");
    var release = new Release(version, target, file, BYTES, Hash.ZERO, street.now());
    var from = street.me().resolvePeer(street.cast().open()).id();
    long done =
        switch (state) {
          case AVAILABLE, REFUSED -> 0;
          case DOWNLOADING -> BYTES * 2 / 5;
          case READY -> BYTES;
        };
    boolean refused = state == Update.State.REFUSED;
    var problem = refused ? Problem.refused("update-tampered", file) : null;
    var update = new Update(release, refused ? null : from, state, done, true, problem);
    return new Notice.UpdateChanged(Optional.of(update), false);
  }
}
