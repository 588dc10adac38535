package paloma.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import paloma.cli.run.LaunchOptions;
import paloma.model.HostAndPort;
import paloma.model.Problem;
import picocli.CommandLine.Option;

/** What {@code node} and {@code chat} can be told. */
final class RunOptions {
  private static final Set<String> RULES = Set.of("ask", "verified", "known", "all");
  private static final int LAST_PORT = 65_535;

  @Option(names = "--name", paramLabel = "NAME")
  private Optional<String> name = Optional.empty();

  @Option(names = "--department", paramLabel = "DEPARTMENT")
  private Optional<String> department = Optional.empty();

  @Option(names = "--port", paramLabel = "N")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--bind", paramLabel = "ADDR")
  private List<String> binds = List.of();

  @Option(names = "--peer", paramLabel = "HOST[:PORT]")
  private List<String> peers = List.of();

  @Option(names = "--downloads", paramLabel = "DIR")
  private Optional<String> downloads = Optional.empty();

  @Option(names = "--accept", paramLabel = "ask|verified|known|all")
  private Optional<String> accept = Optional.empty();

  /** Looks the names up and refuses what cannot be; a peer that has no address now is only told. */
  LaunchOptions resolved(Console console) {
    if (port.isPresent() && (port.get() < 1 || port.get() > LAST_PORT)) {
      throw wrong("--port", String.valueOf(port.get()));
    }
    if (name.isPresent() && name.get().isBlank()) throw wrong("--name", name.get());
    if (accept.isPresent() && !RULES.contains(accept.get())) throw wrong("--accept", accept.get());
    var addresses = new ArrayList<InetAddress>();
    for (var bind : binds) addresses.add(local(bind));
    var places = new ArrayList<HostAndPort>();
    for (var peer : peers) places.add(place(peer, console));
    return new LaunchOptions(
        name.map(String::strip),
        department.map(String::strip),
        port,
        addresses,
        places,
        downloads.map(RunOptions::folder),
        accept);
  }

  private static InetAddress local(String text) {
    try {
      var address = InetAddress.getByName(text);
      if (NetworkInterface.getByInetAddress(address) != null) return address;
    } catch (UnknownHostException | SocketException e) {
      // Said below, like an address of another machine.
    }
    throw Problem.failed("address-not-here", text).exception();
  }

  /** It may get an address later; that there is none now is told. */
  private static HostAndPort place(String words, Console console) {
    var place = HostAndPort.parse(words).orElseThrow(() -> wrong("--peer", words));
    try {
      InetAddress.getByName(place.host());
    } catch (UnknownHostException e) {
      console.problem(Problem.failed("peer-host-later", words));
    }
    return place;
  }

  private static Path folder(String text) {
    try {
      var folder = Path.of(text).toAbsolutePath().normalize();
      if (!Files.exists(folder) || Files.isDirectory(folder) && Files.isWritable(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw wrong("--downloads", text);
    }
    throw Problem.failed("folder-not-writable", text).exception();
  }

  private static RuntimeException wrong(String option, String value) {
    return Problem.usage("option-value", option, value).exception();
  }
}
