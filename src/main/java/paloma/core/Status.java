package paloma.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import paloma.model.DeviceId;

/** How this instance is doing, in a line. */
public record Status(
    DeviceId id,
    String name,
    int port,
    Path profile,
    List<String> wires,
    List<String> interfaces,
    int links,
    int peers,
    Duration uptime,
    String version) {}
