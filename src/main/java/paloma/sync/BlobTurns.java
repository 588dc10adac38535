package paloma.sync;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;

/**
 * Who asks and who answers on one link: each picture is asked for once and given once, so that
 * neither side can make the other work or hold much. For the link's reader alone.
 */
final class BlobTurns {
  /** Pictures in each direction: nobody changes theirs more often while a link lasts. */
  private static final int MOST = 16;

  private final Blobs blobs;
  private final DeviceId peer;
  private final Set<Hash> asked = new HashSet<>();
  private final Set<Hash> open = new HashSet<>();
  private final Set<Hash> given = new HashSet<>();

  BlobTurns(Blobs blobs, DeviceId peer) {
    this.blobs = blobs;
    this.peer = peer;
  }

  /** What is to be asked for now; a peer that has not answered is not asked again. */
  Optional<Hash> wanted() {
    var wanted = blobs.wanted(peer);
    if (wanted.isEmpty() || asked.size() == MOST || !asked.add(wanted.get())) {
      return Optional.empty();
    }
    open.add(wanted.get());
    return wanted;
  }

  /** The answer to a question; a second one for the same gets none. */
  Optional<Frame.Blob> answer(Frame.WantBlob want) {
    if (given.size() == MOST || given.contains(want.hash())) return Optional.empty();
    var bytes = blobs.blob(peer, want.hash());
    if (bytes.isPresent()) given.add(want.hash());
    return bytes.map(b -> new Frame.Blob(want.hash(), b));
  }

  /** Takes what was asked for; anything else costs the link. */
  void take(Frame.Blob blob) throws MalformedException {
    if (!open.remove(blob.hash())) throw new MalformedException("a picture nobody asked for");
    if (!Hash.sha256(blob.bytes()).equals(blob.hash())) {
      throw new MalformedException("a picture of another hash");
    }
    blobs.came(peer, blob.hash(), blob.bytes());
  }
}
