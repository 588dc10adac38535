package paloma.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.settings.ProfileFolder;

/** Control sockets of profiles on a memory stick, where there can be none. */
final class SocketFileTest {
  @TempDir Path folder;

  private SocketFile onAStick() {
    return new SocketFile(new ProfileFolder(folder), this::bindNotHere);
  }

  /** As FAT does it. */
  private ServerSocketChannel bindNotHere(Path place) throws IOException {
    if (place.startsWith(folder)) throw new IOException("Operation not permitted");
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(place));
    return server;
  }

  @Test
  void aFileSystemWithoutSocketsPointsToOneElsewhere() throws IOException {
    var place = onAStick();
    Path socket;
    try (var server = place.bind()) {
      socket = Path.of(Files.readString(folder.resolve("control.sock")));
      assertThat(socket.getParent()).isDirectory();
      try (var client = new SocketFile(new ProfileFolder(folder)).connect()) {
        assertThat(client.isConnected()).isTrue();
      }
      assertThat(server.isOpen()).isTrue();
    }
    place.remove();
    assertThat(socket.getParent()).doesNotExist();
    assertThat(folder.resolve("control.sock")).doesNotExist();
  }

  @Test
  void theNextStartClearsAwayWhatAKilledOneLeft() throws IOException {
    onAStick().bind().close();
    var left = Path.of(Files.readString(folder.resolve("control.sock"))).getParent();

    var place = onAStick();
    try (var _ = place.bind()) {
      assertThat(left).doesNotExist();
    }
    place.remove();
  }

  @Test
  void aPointerThatSomebodyForgedRemovesNothing() throws IOException {
    var precious = Files.writeString(folder.resolve("precious"), "!");
    var home = Files.createDirectory(folder.resolve("home"));
    var sameName = Files.writeString(home.resolve("control.sock"), "!");
    for (var target : new String[] {precious.toString(), sameName.toString(), "\0", "x"}) {
      Files.writeString(folder.resolve("control.sock"), target);
      onAStick().remove();
      assertThat(folder.resolve("control.sock")).doesNotExist();
    }
    assertThat(precious).exists();
    assertThat(sameName).exists();
  }
}
