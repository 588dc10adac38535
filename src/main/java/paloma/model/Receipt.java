package paloma.model;

/**
 * How far a message has come with one of its readers.
 *
 * @param read as far as the reader tells; whoever does not tell stays at delivered
 */
public record Receipt(DeviceId reader, boolean delivered, boolean read) {}
