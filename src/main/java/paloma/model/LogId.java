package paloma.model;

/** One log: what one author says in one conversation, in one epoch. */
public record LogId(ConversationId conversation, DeviceId author, long epoch) {}
