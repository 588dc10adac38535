package paloma.transfer;

import java.util.ArrayList;
import java.util.List;
import paloma.frames.Frame;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Signing;

/**
 * Hashes of neighbouring chunks of one aligned group of 64, signed by the offerer: with it
 * anybody's chunks can be proved. It may hold fewer than the group, so that a stream can begin
 * before 64 chunks are hashed.
 */
record Page(MessageId offer, int first, List<Hash> hashes) {
  static final String CONTEXT = "paloma-hashes-v1";

  int end() {
    return first + hashes.size();
  }

  boolean covers(int chunk) {
    return chunk >= first && chunk < end();
  }

  Hash hash(int chunk) {
    return hashes.get(chunk - first);
  }

  /** The chunk after the last one that may stand on a page with this one. */
  static int groupEnd(int chunk) {
    return chunk - chunk % Manifest.PAGE + Manifest.PAGE;
  }

  byte[] encode() {
    var out = new CanonicalWriter().raw(offer.bytes()).i32(first).u8(hashes.size());
    hashes.forEach(out::hash);
    return out.bytes();
  }

  Frame.HashPage signed(Signing signing) {
    var bytes = encode();
    return new Frame.HashPage(bytes, signing.sign(CONTEXT, bytes));
  }

  static Page decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    var offer = MessageId.of(in.raw(MessageId.BYTES));
    int first = in.i32();
    int count = in.u8();
    CanonicalReader.check(first >= 0 && count > 0, "range of a page");
    CanonicalReader.check(count <= groupEnd(first) - first, "a page across two groups");
    var hashes = new ArrayList<Hash>(count);
    for (int i = 0; i < count; i++) hashes.add(in.hash());
    in.end();
    return new Page(offer, first, List.copyOf(hashes));
  }

  /** Decodes a page that must be about this offer and signed by the one who made it. */
  static Page verified(Frame.HashPage frame, MessageId offer, DeviceId offerer, Signing signing)
      throws MalformedException {
    var page = decode(frame.page());
    CanonicalReader.check(page.offer.equals(offer), "a page of another offer");
    CanonicalReader.check(
        signing.verify(offerer, CONTEXT, frame.page(), frame.signature()), "signature of a page");
    return page;
  }
}
