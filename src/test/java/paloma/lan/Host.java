package paloma.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A computer on the {@link Lan}: a network namespace with one card. */
public final class Host {
  static final String CARD = "eth0";

  private final String space;
  private final String bridgeSpace;
  private final String port;
  private final int number;
  private final Path folder;
  private String address;
  private Path etc;

  Host(String space, String bridgeSpace, String port, int number, Path folder) {
    this.space = space;
    this.bridgeSpace = bridgeSpace;
    this.port = port;
    this.number = number;
    this.folder = folder;
  }

  /** The words that put a command onto this host. */
  public List<String> here() {
    var words = new ArrayList<>(List.of("ip", "netns", "exec", space));
    // Such a command has mounts of its own: what it mounts is gone with it.
    if (etc != null) {
      words.addAll(List.of("sh", "-c", "mount --bind \"$0\" /etc && exec \"$@\"", etc.toString()));
    }
    return words;
  }

  /** What is started from now on finds this policy of an office, with these permissions. */
  void policy(String json, String permissions) {
    etc = folder.resolve("etc");
    try {
      if (!Files.exists(etc)) {
        Files.createDirectories(folder);
        Shell.run("cp", "-a", "/etc", etc.toString());
      }
      var file = Files.createDirectories(etc.resolve("paloma")).resolve("policy.json");
      Files.writeString(file, json);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String run(String... command) {
    return Shell.run(Shell.words(here(), command));
  }

  /** Gives the card this address in place of the one it had. */
  public void address(String next) {
    run("ip", "-4", "addr", "flush", "dev", CARD);
    run("ip", "addr", "add", next + "/24", "broadcast", "192.168.77.255", "dev", CARD);
    address = next;
  }

  public String address() {
    return address;
  }

  int number() {
    return number;
  }

  /** A person at this computer; the same name is the same profile. */
  public Node person(String name) {
    return new Node(this, here(), name, folder.resolve(name), List.of("--name", name));
  }

  /**
   * Somebody at this computer who logged in to an account of the system: a process of that user,
   * which takes its name from there.
   */
  Node account(String account) {
    var place = folder.resolve(account);
    Shell.run("mkdir", "-p", place.resolve("downloads").toString());
    Shell.run("chown", "-R", account, place.toString());
    return new Node(this, as(account), account, place, List.of());
  }

  /** The words that put a command of some user onto this host. */
  List<String> as(String account) {
    return Shell.words(
        here(), "setpriv", "--reuid=" + account, "--regid=" + account, "--clear-groups");
  }

  void unplug() {
    Shell.run("ip", "-n", bridgeSpace, "link", "set", port, "down");
  }

  void plug() {
    Shell.run("ip", "-n", bridgeSpace, "link", "set", port, "up");
  }

  /** Makes the cable slower, both ways: in megabits a second. */
  public void slow(int megabits) {
    var rate = megabits + "mbit";
    var shape =
        List.of("tc", "qdisc", "replace", "dev", "DEV", "root", "tbf", "rate", rate)
            .toArray(String[]::new);
    shape[4] = CARD;
    Shell.run(Shell.words(Shell.words(here(), shape), "burst", "512kb", "latency", "50ms"));
    shape[4] = port;
    var bridge = Shell.words(List.of("ip", "netns", "exec", bridgeSpace), shape);
    Shell.run(Shell.words(bridge, "burst", "512kb", "latency", "50ms"));
  }

  /** A firewall that lets no such packets out or in: an expression of nft such as a port. */
  void block(String... expressions) {
    run("nft", "add", "table", "inet", "wall");
    for (var way : List.of("input", "output")) {
      run("nft", "add", "chain", "inet", "wall", way, hook(way));
      for (var expression : expressions) {
        run("nft", "add", "rule", "inet", "wall", way, expression + " drop");
      }
    }
  }

  private static String hook(String way) {
    return "{ type filter hook " + way + " priority 0 ; }";
  }

  /** Bytes that came in through the card since it exists. */
  public long bytesIn() {
    return Long.parseLong(run("cat", "/sys/class/net/" + CARD + "/statistics/rx_bytes").strip());
  }

  void remove() {
    try {
      for (var pid : Shell.run("ip", "netns", "pids", space).lines().toList()) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
      Shell.run("ip", "netns", "del", space);
    } catch (AssertionError e) {
      System.err.println("left behind: " + e.getMessage());
    }
  }
}
