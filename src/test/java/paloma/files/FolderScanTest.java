package paloma.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Manifest;
import paloma.model.ProblemException;

class FolderScanTest {
  @TempDir Path folder;

  @Test
  void filesAndFoldersAreListedWithSizesAndEmptyOnesToo() throws IOException {
    Files.createDirectories(folder.resolve("top/empty"));
    Files.writeString(folder.resolve("top/a.txt"), "abc");
    Files.writeString(folder.resolve("other.txt"), "");

    var manifest = FolderScan.scan(List.of(folder.resolve("top"), folder.resolve("other.txt")));

    assertThat(manifest.entries())
        .extracting(e -> String.join("/", e.path()) + (e.folder() ? "/" : " " + e.size()))
        .containsExactlyInAnyOrder("top/", "top/empty/", "top/a.txt 3", "other.txt 0");
    assertThat(manifest.entries().getFirst().path()).containsExactly("top");
  }

  @Test
  void aLinkIsNeitherFollowedNorTaken() throws IOException {
    var secret = Files.createDirectories(folder.resolve("secret"));
    Files.writeString(secret.resolve("key"), "k");
    var top = Files.createDirectories(folder.resolve("top"));
    Files.createSymbolicLink(top.resolve("folder"), secret);
    Files.createSymbolicLink(top.resolve("file"), secret.resolve("key"));
    Files.createSymbolicLink(top.resolve("dangling"), folder.resolve("nowhere"));
    Files.createSymbolicLink(top.resolve("loop"), top);

    assertThat(FolderScan.scan(List.of(top)).entries())
        .extracting(Manifest.Entry::path)
        .containsExactly(List.of("top"));
    assertThatThrownBy(() -> FolderScan.scan(List.of(top.resolve("file"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not-a-file");
  }

  @Test
  void aPipeIsLeftOut() throws Exception {
    var top = Files.createDirectories(folder.resolve("top"));
    Process process;
    try {
      process = new ProcessBuilder("mkfifo", top.resolve("pipe").toString()).start();
    } catch (IOException e) {
      Assumptions.abort("no mkfifo here");
      return;
    }
    assertThat(process.waitFor()).isZero();

    assertThat(FolderScan.scan(List.of(top)).entries()).hasSize(1);
  }

  @Test
  void aVanishedFileIsNamed() {
    var gone = folder.resolve("gone.txt");
    assertThatThrownBy(() -> FolderScan.scan(List.of(gone)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("file-vanished");
              assertThat(e.problem().details()).containsExactly(gone.toString());
            });
  }

  @Test
  void aFolderDeeperThanTheLimitIsRefused() throws IOException {
    var deep = folder.resolve("top");
    for (int i = 1; i < Manifest.MAX_DEPTH; i++) deep = deep.resolve("d");
    Files.createDirectories(deep);
    var top = List.of(folder.resolve("top"));
    assertThat(FolderScan.scan(top).entries()).hasSize(Manifest.MAX_DEPTH);

    Files.writeString(deep.resolve("one too deep"), "");
    assertThatThrownBy(() -> FolderScan.scan(top)).hasMessageContaining("folder-too-deep");
  }

  @Test
  void twoOffersOfOneNameGetTwoNames() throws IOException {
    var one = Files.createDirectories(folder.resolve("one/same"));
    var two = Files.createDirectories(folder.resolve("two/same"));
    assertThat(FolderScan.scan(List.of(one, two)).entries())
        .extracting(Manifest.Entry::path)
        .containsExactly(List.of("same"), List.of("same (2)"));
  }
}
