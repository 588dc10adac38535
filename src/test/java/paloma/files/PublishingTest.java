package paloma.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
  @TempDir Path folder;
  private PartFolder parts;

  @BeforeEach
  void aStaging() throws IOException {
    parts = PartFolder.open(folder, "offer");
  }

  private Path staged(String name, String content) throws IOException {
    try (var part = parts.part(List.of(name))) {
      assertThat(part.isOpen()).isTrue();
    }
    return Files.writeString(parts.at(List.of(name)), content);
  }

  @Test
  void aFileNeverReplacesAnother() throws IOException {
    Files.writeString(folder.resolve("a.tar.gz"), "mine");
    Files.createSymbolicLink(folder.resolve("a.tar (2).gz"), folder.resolve("nowhere"));

    var at = Publishing.publish(staged("a.tar.gz", "new"), folder, "a.tar.gz");

    assertThat(at).isEqualTo(folder.resolve("a.tar (3).gz")).hasContent("new");
    assertThat(folder.resolve("a.tar.gz")).hasContent("mine");
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(parts.at(List.of("a.tar.gz"))).doesNotExist();
  }

  @Test
  void aFolderNeverReplacesAnotherAndNotEvenAnEmptyOne() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    parts.folder(List.of("data"));
    Files.writeString(parts.at(List.of("data", "x")), "new");

    var at = Publishing.publish(parts.at(List.of("data")), folder, "data");

    assertThat(at).isEqualTo(folder.resolve("data (2)"));
    assertThat(at.resolve("x")).hasContent("new");
    assertThat(folder.resolve("data")).isEmptyDirectory();
  }

  @Test
  void whereThereAreNoLinksANameIsReservedFirst() throws IOException {
    var target = folder.resolve("a");
    Files.writeString(target, "mine");
    assertThat(Publishing.moveFile(staged("a", "new"), target)).isFalse();
    assertThat(target).hasContent("mine");
    assertThat(Publishing.moveFile(parts.at(List.of("a")), folder.resolve("b"))).isTrue();
    assertThat(folder.resolve("b")).hasContent("new");
  }

  @Test
  void aStopBetweenLinkAndRemovalDoesNotMakeTwoFiles() throws IOException {
    var part = staged("a", "new");
    Files.createLink(folder.resolve("a"), part);

    assertThat(Publishing.publish(part, folder, "a")).isEqualTo(folder.resolve("a"));
    assertThat(part).doesNotExist();
    assertThat(folder.resolve("a (2)")).doesNotExist();
  }

  @Test
  void manyAtOnceAllKeepTheirBytes() throws Exception {
    int many = 16;
    var barrier = new CyclicBarrier(many);
    var published = new ArrayList<Future<Path>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int number = i;
        boolean tree = i % 2 == 0;
        published.add(
            threads.submit(() -> {
              var name = "own" + number;
              if (tree) {
                parts.folder(List.of(name));
                Files.writeString(parts.at(List.of(name, "x")), name);
              } else {
                staged(name, name);
              }
              barrier.await();
              return Publishing.publish(parts.at(List.of(name)), folder, "same");
            }));
      }
    }
    var contents = new HashSet<String>();
    for (var future : published) {
      var path = future.get();
      contents.add(Files.readString(Files.isDirectory(path) ? path.resolve("x") : path));
    }
    assertThat(contents).hasSize(many);
  }

  @Test
  void nothingIsWrittenThroughALink() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "mine");
    Files.createSymbolicLink(parts.at(List.of("part")), victim);
    assertThatThrownBy(() -> parts.part(List.of("part")).close()).isInstanceOf(IOException.class);
    assertThat(victim).hasContent("mine");

    var outside = Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(parts.at(List.of("sub")), outside);
    assertThatThrownBy(() -> parts.folder(List.of("sub"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> parts.at(List.of("..", "x")))
        .isInstanceOf(IllegalArgumentException.class);

    parts.remove();
    assertThat(victim).hasContent("mine");
    assertThat(outside).exists();
    assertThat(folder.resolve(PartFolder.NAME)).doesNotExist();
  }

  @Test
  void aStagingThatIsALinkIsRefused() throws IOException {
    var other = Files.createDirectories(folder.resolve("downloads"));
    var outside = Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(other.resolve(PartFolder.NAME), outside);
    assertThatThrownBy(() -> PartFolder.open(other, "offer")).isInstanceOf(IOException.class);
    PartFolder.remove(other, "offer");
    assertThat(Files.exists(other.resolve(PartFolder.NAME), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }
}
