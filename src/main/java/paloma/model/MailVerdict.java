package paloma.model;

/**
 * What became of an envelope at the other end of a link. The numbers are part of the wire format.
 */
public enum MailVerdict {
  /** It lies there until its receiver comes or it expires. */
  KEPT,
  /** There is no room for it. */
  FULL,
  /** Nothing is carried there, or not for us. */
  OFF,
  /** Its receiver is done with it: it need not be kept. */
  TAKEN,
  /** Its receiver lacks what comes before it: it is kept on. */
  LATER
}
