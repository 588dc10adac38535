package paloma.model;

/** What a program says in a person's name; no program answers it. */
public sealed interface AutoBody extends Body {
  int AUTO_REPLY = 45;

  /** Said instead of somebody who is away, busy or not to be disturbed. */
  record AutoReply(MessageId id, String text) implements AutoBody {}
}
