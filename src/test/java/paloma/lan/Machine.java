package paloma.lan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A computer with a system of its own: a root file system of Debian in which nothing is installed
 * that a test did not install, layered so that several computers can share a beginning. Commands
 * run in it as root or as somebody who works there.
 */
final class Machine implements AutoCloseable {
  private static final String PATH = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";

  /** Of all that a source of packages has, the lists of them. */
  private static final String PACKAGES = "Created-By: Packages";

  private final Path root;
  private final Path own;
  private final List<Path> mounts = new ArrayList<>();

  private Machine(Path root, Path own) {
    this.root = root;
    this.own = own;
  }

  /** The least of Debian that can install packages, from where this machine has its own. */
  static Path bare(Path folder) throws IOException {
    var release = Shell.run("sh", "-c", ". /etc/os-release && echo $VERSION_CODENAME").strip();
    var mirror =
        Shell.run("apt-get", "indextargets", "--format", "$(SITE) $(CODENAME)", PACKAGES)
            .lines()
            .filter(line -> line.endsWith(" " + release))
            .findFirst()
            .orElseThrow()
            .split(" ")[0];
    Shell.run("debootstrap", "--variant=minbase", release, folder.toString(), mirror);
    // The way to the packages, and names, are this machine's.
    for (var file : List.of("etc/apt/apt.conf.d", "etc/resolv.conf")) {
      Shell.run("cp", "-rLT", "/" + file, folder.resolve(file).toString());
    }
    return folder;
  }

  /** A computer whose system begins as these layers, the first on top. */
  static Machine of(Path folder, List<Path> layers) throws IOException {
    var own = Files.createDirectories(folder.resolve("own"));
    var work = Files.createDirectories(folder.resolve("work"));
    var machine = new Machine(Files.createDirectories(folder.resolve("root")), own);
    var lower = String.join(":", layers.stream().map(Path::toString).toList());
    machine.mount(
        machine.root,
        "mount",
        "-t",
        "overlay",
        "overlay",
        "-o",
        "lowerdir=" + lower + ",upperdir=" + own + ",workdir=" + work);
    machine.mount(machine.root.resolve("proc"), "mount", "-t", "proc", "proc");
    return machine;
  }

  /** Displays of this machine can be used in it: their sockets are files. */
  Machine withDisplays() throws IOException {
    var sockets = Files.createDirectories(root.resolve("tmp/.X11-unix"));
    mount(sockets, "mount", "--bind", "/tmp/.X11-unix");
    return this;
  }

  private void mount(Path at, String... command) {
    Shell.run(Shell.words(List.of(command), at.toString()));
    mounts.addFirst(at);
  }

  /** What differs from the layers below: itself a layer once this computer is closed. */
  Path own() {
    return own;
  }

  Path file(String path) {
    return root.resolve(path.substring(1));
  }

  /** The words that make the next ones a command of root on this computer. */
  List<String> here() {
    return List.of("chroot", root.toString(), "env", "-i", "LC_ALL=C.UTF-8", PATH);
  }

  String run(String... command) {
    return Shell.run(Shell.words(here(), command));
  }

  /** Puts a package file on it, with what it depends on. */
  void install(Path deb) throws IOException {
    Files.copy(deb, file("/root/" + deb.getFileName()));
    run(
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        "/root/" + deb.getFileName());
    Files.delete(file("/root/" + deb.getFileName()));
  }

  @Override
  public void close() {
    for (var mount : mounts) Shell.run("umount", "-l", mount.toString());
    mounts.clear();
  }
}
