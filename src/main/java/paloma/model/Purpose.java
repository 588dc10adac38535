package paloma.model;

/** What a link is for. The order is part of the wire format. */
public enum Purpose {
  /** Logs, markers and signals: at most one a pair of devices. */
  TALK,
  /** Chunks of offers. */
  FILES
}
