package paloma.model;

/** The newest event somebody had seen of a log of another author. */
public record Head(DeviceId author, long epoch, long seq, Hash hash) {}
