package paloma.model;

/**
 * How far we have a log.
 *
 * @param lowest it may begin later than 1
 * @param hash of the header at {@code highest}
 * @param order order key of the event at {@code highest}
 */
public record LogExtent(LogId log, long lowest, long highest, Hash hash, long order) {}
