package paloma.model;

import java.util.Locale;

/** How available somebody is. The order is part of the wire format. */
public enum Presence {
  OFFLINE,
  ONLINE,
  AWAY,
  BUSY,
  DND,
  INVISIBLE;

  /** The word of the command line and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
