package paloma.model;

import java.util.Locale;

/** How far a key is trusted here. The names are stored. */
public enum Trust {
  /** Seen, nothing more. */
  NEW,
  /** The person here sent, accepted or answered something. */
  KNOWN,
  /** The words were compared. */
  VERIFIED,
  /** On the office card. */
  VOUCHED,
  /** Another key under this name: sending is stopped. */
  CHANGED,
  BLOCKED;

  /** The word of the command line and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
