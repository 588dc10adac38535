package paloma.model;

/**
 * What an event says. Sync never looks inside; an unknown kind is stored, carried on and shown as
 * such. The numbers of the kinds are part of the wire format.
 */
public sealed interface Body
    permits Body.Text,
        Body.Offer,
        Body.OfferState,
        Body.Unknown,
        VerbBody,
        GroupBody,
        BoardBody,
        SealedBody,
        AutoBody {
  /** Lives in the body, not in the event: a message said again in another epoch is one message. */
  MessageId id();

  int TEXT = 1;
  int OFFER = 2;
  int OFFER_STATE = 3;

  /** The longest text, in bytes of UTF-8: it fits a screen; longer text travels as a file. */
  int MAX_TEXT = 32 * 1024;

  /** The longest body: the longest text and what stands around it, mentions above all. */
  int MAX_BYTES = MAX_TEXT + 2 * 1024;

  /** A message of words. */
  record Text(MessageId id, String text) implements Body {}

  /** Files and folders to be pulled; see {@link Manifest}. */
  record Offer(MessageId id, String note, Manifest.Summary summary) implements Body {}

  /**
   * What became of an offer, said by either side in its own log.
   *
   * @param offer the message that carried the offer
   */
  record OfferState(MessageId id, MessageId offer, Verdict verdict) implements Body {}

  /** A body of a kind or form that this version does not know. */
  record Unknown(MessageId id, int kind) implements Body {}

  /** The codes of an {@link OfferState}; their numbers are part of the wire format. */
  enum Verdict {
    ACCEPTED,
    DECLINED,
    CANCELLED,
    FINISHED,
    WITHDRAWN
  }
}
