package paloma.transfer;

import java.nio.file.Path;
import java.util.List;
import paloma.model.Manifest;

/**
 * What is about to be offered: scanned, not yet said to anybody.
 *
 * @param encoded the manifest's bytes, whose hash the summary names
 * @param roots absolute paths, in the order of the manifest's top entries
 */
public record Outgoing(Manifest.Summary summary, byte[] encoded, List<Path> roots) {}
