package paloma.core;

import java.util.Locale;
import paloma.model.Trust;

/** Whose offers are accepted without asking. */
public enum AcceptRule {
  ASK,
  VERIFIED,
  KNOWN,
  ALL;

  /** The rule of this word of the command line; unknown words ask. */
  public static AcceptRule of(String word) {
    for (var rule : values()) {
      if (rule.name().toLowerCase(Locale.ROOT).equals(word)) return rule;
    }
    return ASK;
  }

  boolean accepts(Trust trust) {
    if (trust == Trust.BLOCKED || trust == Trust.CHANGED) return false;
    return switch (this) {
      case ASK -> false;
      case VERIFIED -> trust == Trust.VERIFIED;
      case KNOWN -> trust != Trust.NEW;
      case ALL -> true;
    };
  }
}
