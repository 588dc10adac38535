package paloma.frames;

import java.nio.ByteBuffer;
import java.util.List;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.model.MessageId;
import paloma.model.Purpose;
import paloma.model.SignedProfile;
import paloma.model.SignedRelease;

/**
 * What travels on a link. What is signed or hashed (headers, bodies, markers, registers, pages,
 * grants) travels as the bytes that were signed; a frame only carries them.
 */
public sealed interface Frame {

  /**
   * The first frame, both ways. The signature covers the TLS exporter, so that it can't be carried
   * to another session.
   *
   * @param dialled the id the dialler wants to reach; zero when it does not know
   * @param clock milliseconds since 1970 at the sender
   */
  record Hello(
      int leastVersion,
      int mostVersion,
      byte[] publicKey,
      Hash dialled,
      long instance,
      long boot,
      Purpose purpose,
      long features,
      long clock,
      byte[] signature)
      implements Frame {}

  /** Are you there? */
  record Ping(long nonce) implements Frame {}

  /** I am. */
  record Pong(long nonce) implements Frame {}

  /** I am closing this link; the reason is for the log. */
  record Bye(String reason) implements Frame {}

  /** A signed profile register. */
  record Register(byte[] register, byte[] signature) implements Frame {}

  /** One hash over all vectors of the conversations both of us are in. */
  record Digest(Hash hash) implements Frame {}

  /** How far one of us has a log: lowest and highest seq and the hash of the highest header. */
  record Vector(LogId log, long lowest, long highest, Hash hash) {}

  /** A page of vectors; the last one says so. */
  record Vectors(List<Vector> vectors, boolean last) implements Frame {}

  /** One event of a page: its header, and its body unless it vanished. */
  record Item(byte[] header, byte[] body) {
    public boolean hasBody() {
      return body != null;
    }
  }

  /** Events of one log without a gap; the signature is that of the last one. */
  record Events(LogId log, long first, List<Item> items, byte[] signature) implements Frame {}

  /** A signed marker. */
  record SignedMarker(byte[] marker, byte[] signature) {}

  record Markers(List<SignedMarker> markers) implements Frame {}

  /** The sender keeps its events of this log for now, or for ever. */
  record Refusal(LogId log, long seq, String reason) implements Frame {}

  /** Typing, nudge: neither stored nor repeated. */
  record Signal(ConversationId conversation, int kind) implements Frame {}

  /** Releases that lie at the sender, as they were signed; all of them, at most eight. */
  record Releases(List<SignedRelease> releases) implements Frame {}

  /** About mail for absent people. */
  sealed interface Mail extends Frame {}

  /** An envelope: to be carried, or handed over to its receiver. */
  record Deposit(Envelope envelope) implements Mail {}

  /** What became of an envelope. */
  record DepositAnswer(Hash envelope, MailVerdict verdict) implements Mail {}

  /** Hand me what is sealed to these keys of mine: signed profiles, the current one first. */
  record MailFor(List<SignedProfile> registers) implements Mail {}

  /** Asks for the small picture that a profile of the receiver names. */
  record WantBlob(Hash hash) implements Frame {}

  /** The picture, which has this hash. */
  record Blob(Hash hash, byte[] bytes) implements Frame {}

  /** The first event of a group that the receiver may not know: header, body and signature. */
  record Founding(byte[] header, byte[] body, byte[] signature) implements Frame {}

  /** The receiver asks for the right to pull an offer. */
  record AskGrant(MessageId offer) implements Frame {}

  /** Signed by the offerer: this receiver may pull this offer until then. */
  record Grant(byte[] grant, byte[] signature) implements Frame {}

  /** Asks for a piece of the encoded manifest. */
  record WantManifest(MessageId offer, int offset) implements Frame {}

  record ManifestPart(MessageId offer, int offset, byte[] bytes) implements Frame {}

  /** Asks for chunks; they come in order, each page of hashes before its first chunk. */
  record Want(MessageId offer, int first, int count) implements Frame {}

  /** Signed by the offerer: hashes of up to 64 chunks. */
  record HashPage(byte[] page, byte[] signature) implements Frame {}

  /** The bytes of one chunk; the buffer is only lent. */
  record Chunk(MessageId offer, int index, ByteBuffer bytes) implements Frame {}

  /** What was asked for can't be served. */
  record Trouble(MessageId offer, int chunk, String code, String detail) implements Frame {}

  /** A type that this version does not know; it was skipped. */
  record Unknown(int type) implements Frame {}

  /** For frames about one author. */
  static LogId log(byte[] conversation, byte[] author, long epoch) {
    return new LogId(ConversationId.of(conversation), DeviceId.of(author), epoch);
  }
}
