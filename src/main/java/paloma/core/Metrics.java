package paloma.core;

/** Figures of this process; bytes, counts and seconds since the start. */
public record Metrics(
    long heapUsedBytes,
    long rssBytes,
    int threads,
    int peers,
    int links,
    int sockets,
    long queuedBytes,
    long events,
    long commits,
    long datagramsIn,
    long datagramsOut,
    long rejectedFrames,
    double cpuSeconds) {}
