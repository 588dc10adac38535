package paloma.model;

import java.time.Instant;

/**
 * An installer of Paloma, as its signed statement describes it.
 *
 * @param file a safe name
 * @param size bytes
 * @param sha256 of the whole file
 * @param date when it was signed; whole seconds
 */
public record Release(
    ReleaseVersion version,
    ReleaseTarget target,
    String file,
    long size,
    Hash sha256,
    Instant date) {}
