package paloma.transfer;

import java.util.List;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.store.ChunkStore;

/** Hashes of an offer from the database, proved by their signatures again. For one thread. */
final class StoredPages {
  private final ChunkStore chunks;
  private final MessageId offer;
  private final List<DeviceId> offerers;
  private final Signing signing;
  private Page page;

  /**
   * @param offerers who may have signed a page: what stands may come from several
   */
  StoredPages(ChunkStore chunks, MessageId offer, List<DeviceId> offerers, Signing signing) {
    this.chunks = chunks;
    this.offer = offer;
    this.offerers = offerers;
    this.signing = signing;
  }

  /** The hash of a chunk; null when it is not known. */
  Hash hash(int chunk) {
    if (page == null || !page.covers(chunk)) page = load(chunk);
    return page == null ? null : page.hash(chunk);
  }

  private Page load(int chunk) {
    var stored = chunks.page(offer, chunk - chunk % Manifest.PAGE, chunk).orElse(null);
    if (stored == null) return null;
    var frame = new Frame.HashPage(stored.page(), stored.signature());
    for (var offerer : offerers) {
      try {
        return Page.verified(frame, offer, offerer, signing);
      } catch (MalformedException e) {
        // Another one's, or nobody's: then it is as if there were none.
      }
    }
    return null;
  }
}
