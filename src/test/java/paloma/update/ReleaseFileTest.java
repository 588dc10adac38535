package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.MalformedException;
import paloma.model.SignedRelease;

final class ReleaseFileTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadAgainAndAnythingElseIsRefused() throws Exception {
    var signed = new SignedRelease(new byte[] {1, 2, 3}, new byte[64]);
    var file = ReleaseFile.beside(folder.resolve("paloma.deb"));
    assertThat(file).hasFileName("paloma.deb.release");
    assertThatThrownBy(() -> ReleaseFile.read(file)).isInstanceOf(NoSuchFileException.class);

    ReleaseFile.write(file, signed);
    ReleaseFile.write(file, signed);

    assertThat(ReleaseFile.read(file)).usingRecursiveComparison().isEqualTo(signed);
    assertThat(folder).isDirectoryContaining(f -> f.equals(file));
    var whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 4, whole.length - 1, whole.length + 1, 5000}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ReleaseFile.read(file)).isInstanceOf(MalformedException.class);
    }
  }
}
