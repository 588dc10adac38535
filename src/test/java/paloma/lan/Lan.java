package paloma.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An office of its own: a bridge in a namespace and hosts plugged into it. Several may exist at the
 * same time, nothing of the machine's own network is touched. {@link #close} kills what runs on the
 * hosts and removes them; so does the end of this JVM.
 */
public final class Lan implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String BRIDGE = "br0";

  private final String prefix =
      "paloma" + ProcessHandle.current().pid() + "n" + NUMBERS.incrementAndGet();
  private final String bridgeSpace = prefix + "-bridge";
  private final List<Host> hosts = new ArrayList<>();
  private boolean removed;
  private final Thread atExit = new Thread(this::remove, "remove " + prefix);
  private final Path folder;

  public Lan() {
    try {
      // Short: the path of a Unix socket below it has at most 108 bytes.
      folder = Files.createTempDirectory("paloma");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
    Shell.run("ip", "netns", "add", bridgeSpace);
    Shell.run("ip", "-n", bridgeSpace, "link", "add", BRIDGE, "type", "bridge");
    Shell.run("ip", "-n", bridgeSpace, "link", "set", BRIDGE, "up");
  }

  /** A new host with the next free address of 192.168.77.0/24. */
  public Host host() {
    int number = hosts.size() + 1;
    var space = prefix + "-" + number;
    var port = "port" + number;
    Shell.run("ip", "netns", "add", space);
    var host = new Host(space, bridgeSpace, port, number, folder.resolve("host" + number));
    hosts.add(host);
    Shell.run(
        List.of(
            ("ip link add " + port + " netns " + bridgeSpace)
                .concat(" type veth peer name " + Host.CARD + " netns " + space)
                .split(" ")));
    Shell.run("ip", "-n", bridgeSpace, "link", "set", port, "master", BRIDGE, "up");
    Shell.run("ip", "-n", space, "link", "set", "lo", "up");
    Shell.run("ip", "-n", space, "link", "set", Host.CARD, "up");
    host.address("192.168.77." + number);
    return host;
  }

  /** Where files of a test may lie. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      System.err.println("ended from outside: " + e.getMessage());
    }
  }

  private synchronized void remove() {
    if (removed) return;
    removed = true;
    hosts.forEach(Host::remove);
    hosts.clear();
    try {
      Shell.run("ip", "netns", "del", bridgeSpace);
      deleteAll(folder);
    } catch (AssertionError | IOException e) {
      System.err.println("left behind: " + e.getMessage());
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    }
  }
}
