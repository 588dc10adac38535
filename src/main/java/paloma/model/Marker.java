package paloma.model;

/**
 * How far somebody has come in a log: state, not an event. Both numbers only rise.
 *
 * @param reader whose progress this is
 * @param delivered everything up to this seq is committed at the reader's
 * @param at hash of the header at {@code delivered}: with another branch of the log it says nothing
 * @param read everything up to this seq was seen by the reader
 */
public record Marker(LogId log, DeviceId reader, long delivered, Hash at, long read) {}
