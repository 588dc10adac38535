package paloma.log;

/**
 * An event of a group that a reader sees now, or sees no more, because of what another event says.
 */
public record Turned(Said said, boolean visible) {}
