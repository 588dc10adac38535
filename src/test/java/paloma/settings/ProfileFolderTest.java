package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileFolderTest {
  @TempDir Path folder;

  @Test
  void theUsualPlaceIsWhereTheSystemWantsIt() {
    var home = Path.of("/home/anna");
    assertThat(ProfileFolder.usual("Linux", home, Map.of()).path())
        .isEqualTo(Path.of("/home/anna/.local/share/paloma"));
    assertThat(ProfileFolder.usual("Linux", home, Map.of("XDG_DATA_HOME", "/data")).path())
        .isEqualTo(Path.of("/data/paloma"));
    assertThat(ProfileFolder.usual("Mac OS X", home, Map.of()).path())
        .isEqualTo(Path.of("/home/anna/Library/Application Support/Paloma"));
    assertThat(ProfileFolder.usual("Windows 11", home, Map.of("APPDATA", "/roaming")).path())
        .isEqualTo(Path.of("/roaming/Paloma"));
  }

  @Test
  void itIsMadeForItsOwnerAlone() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    var profile = ProfileFolder.of(folder.resolve("a/b").toString());

    profile.create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileInItsPlaceIsSaid() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new ProfileFolder(file.resolve("profile")).create())
        .hasMessageContaining("folder-not-writable");
  }

  @Test
  void oneAtATimeHasTheLock() throws IOException {
    var profile = new ProfileFolder(folder);
    var first = ProfileLock.take(profile).orElseThrow();

    assertThat(ProfileLock.take(profile)).isEmpty();

    first.close();
    try (var second = ProfileLock.take(profile).orElseThrow()) {
      assertThat(second).isNotNull();
    }
  }
}
