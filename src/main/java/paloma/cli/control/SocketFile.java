package paloma.cli.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import paloma.settings.ProfileFolder;

/**
 * Where the control socket of a profile is: {@code control.sock} in its folder. Where that path is
 * too long for a socket, or the file system has no sockets, as a memory stick, {@code control.sock}
 * is a plain file that names a socket in a private folder among the temporary files.
 */
final class SocketFile {
  private static final System.Logger LOG = System.getLogger("paloma.cli");

  /** Bytes of a socket's path: Linux takes 107, macOS 103. */
  private static final int LONGEST = 100;

  private static final int LONGEST_POINTER = 4096;
  private static final String PRIVATE = "paloma-";

  private final Path file;
  private final Binding binding;

  /** Binds a socket at a path, or fails where the file system has none. */
  @FunctionalInterface
  interface Binding {
    ServerSocketChannel bind(Path place) throws IOException;
  }

  SocketFile(ProfileFolder folder) {
    this(folder, SocketFile::bind);
  }

  SocketFile(ProfileFolder folder, Binding binding) {
    file = folder.controlSocket();
    this.binding = binding;
  }

  /** Binds the socket in place of one that a killed instance left. Only who holds the lock may. */
  ServerSocketChannel bind() throws IOException {
    remove();
    if (bytes(file) <= LONGEST) {
      try {
        return binding.bind(file);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "no sockets in the profile: " + e.getMessage());
        Files.deleteIfExists(file);
      }
    }
    var place = Files.createTempDirectory(PRIVATE).resolve(file.getFileName());
    Files.writeString(file, place.toString());
    return binding.bind(place);
  }

  private static ServerSocketChannel bind(Path place) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(place));
      if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
      }
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  SocketChannel connect() throws IOException {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(place()));
    } catch (InvalidPathException e) {
      throw new IOException("no path in " + file, e);
    }
  }

  /** Removes the socket and what led to it. */
  void remove() throws IOException {
    Path place;
    try {
      place = place();
    } catch (InvalidPathException e) {
      place = file; // it never led anywhere here
    }
    Files.deleteIfExists(file);
    if (!place.equals(file) && ours(place) && Files.deleteIfExists(place)) {
      Files.deleteIfExists(place.getParent());
    }
  }

  /** A stick may come from anywhere: what its pointer names is removed only if it can be ours. */
  private boolean ours(Path place) {
    var folder = place.getParent();
    return place.isAbsolute()
        && place.equals(place.normalize())
        && place.getFileName().equals(file.getFileName())
        && folder != null
        && folder.getFileName() != null
        && folder.getFileName().toString().startsWith(PRIVATE);
  }

  private Path place() throws IOException {
    boolean pointer =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) > 0
            && Files.size(file) <= LONGEST_POINTER;
    return pointer ? Path.of(Files.readString(file).strip()) : file;
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
