package paloma.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import paloma.doctor.Check;
import paloma.doctor.Doctor;
import paloma.model.DeviceId;
import paloma.model.Profile;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.sync.SyncLink;
import paloma.wire.Wire;
import paloma.work.Tasks;

/** Reads the figures of this process. */
final class Gauges {
  private final Database database;
  private final LogStore logs;
  private final Tasks tasks;
  private final Wire wire;
  private final Links links;
  private final PeerBook peers;
  private final Doctor doctor;
  private final long begun;

  Gauges(
      Database database,
      LogStore logs,
      Tasks tasks,
      Wire wire,
      Links links,
      PeerBook peers,
      Doctor doctor) {
    this.database = database;
    this.logs = logs;
    this.tasks = tasks;
    this.wire = wire;
    this.links = links;
    this.peers = peers;
    this.doctor = doctor;
    begun = tasks.time().nanos();
  }

  Status status(Profile own, Setup setup) {
    return new Status(
        own.device(),
        own.name(),
        wire.port(),
        setup.profile(),
        List.of("secure"),
        wire.interfaces(),
        links.all().size(),
        peers.present(),
        Duration.ofNanos(tasks.time().nanos() - begun),
        setup.version());
  }

  Metrics metrics() {
    var runtime = Runtime.getRuntime();
    var counts = wire.counts();
    long queued = links.all().stream().mapToLong(SyncLink::queuedBytes).sum();
    return new Metrics(
        runtime.totalMemory() - runtime.freeMemory(),
        residentBytes(),
        Thread.activeCount() + tasks.count(),
        peers.present(),
        links.all().size(),
        counts.sockets(),
        queued,
        database.read(logs::count),
        database.commits(),
        counts.datagramsIn(),
        counts.datagramsOut(),
        counts.rejected(),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
            / 1000.0);
  }

  /** Resident memory where the system tells it in a file, as Linux does; 0 elsewhere. */
  private static long residentBytes() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kib -> Long.parseLong(kib) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** About this computer called so, or about another device. */
  List<Check> checks(String here, Optional<DeviceId> about) {
    if (about.isEmpty()) return doctor.here(here);
    var device = about.get();
    var link = links.with(device);
    var name = peers.nameOf(device);
    return doctor.about(device, name, link.isPresent());
  }
}
