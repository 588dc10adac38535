package paloma.cli.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import paloma.settings.ProfileFolder;

/**
 * Where the control socket of a profile is: {@code control.sock} in its folder. Where that path is
 * too long for a socket, {@code control.sock} is a plain file that names a socket in a private
 * folder among the temporary files.
 */
final class SocketFile {
  /** Bytes of a socket's path: Linux takes 107, macOS 103. */
  private static final int LONGEST = 100;

  private static final int LONGEST_POINTER = 4096;

  private final Path file;

  SocketFile(ProfileFolder folder) {
    file = folder.controlSocket();
  }

  /** Binds the socket in place of one that a killed instance left. Only who holds the lock may. */
  ServerSocketChannel bind() throws IOException {
    remove();
    var place = file;
    if (bytes(file) > LONGEST) {
      place = Files.createTempDirectory("paloma-").resolve(file.getFileName());
      Files.writeString(file, place.toString());
    }
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
    return SocketChannel.open(UnixDomainSocketAddress.of(place()));
  }

  /** Removes the socket and what led to it. */
  void remove() throws IOException {
    var place = place();
    Files.deleteIfExists(file);
    if (!place.equals(file) && Files.deleteIfExists(place)) Files.deleteIfExists(place.getParent());
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
