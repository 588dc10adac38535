package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.PartFolder;
import paloma.model.Body;
import paloma.model.Transfer;

class TransferTest {
  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Desk ann;
  private Desk bob;

  @BeforeEach
  void twoDesks() throws Exception {
    ann = new Desk(keys.person(), folder.resolve("ann"));
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    ann.other = bob;
    bob.other = ann;
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  @Test
  void aFolderArrivesAsItIs() throws Exception {
    var tree = folder.resolve("offered/日报 Ü");
    Trees.file(tree.resolve("big.bin"), (3 << 20) + 17, 1);
    Trees.file(tree.resolve("exact.bin"), 1 << 20, 2);
    Trees.file(tree.resolve("a/b/深い/näme 😀.txt"), 10, 3);
    Trees.file(tree.resolve("a/empty.txt"), 0, 4);
    Files.createDirectories(tree.resolve("nothing/in here"));
    for (int i = 0; i < 300; i++) Trees.file(tree.resolve("many/" + i), 1000 + i, i);

    var offer = ann.offer(bob, tree);
    assertThat(bob.downloads).doesNotExist();
    bob.transfers.accept(offer, null);

    var done = bob.await(offer, Transfer.State.FINISHED);
    assertThat(done.path()).isEqualTo(bob.downloads.resolve("日报 Ü"));
    assertThat(Trees.content(done.path())).isEqualTo(Trees.content(tree));
    assertThat(bob.downloads.resolve(PartFolder.NAME)).doesNotExist();
    assertThat(done.done()).isEqualTo(done.bytes());
    ann.transfers.verdict(offer, bob.id(), Body.Verdict.FINISHED);
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.FINISHED);
  }

  @Test
  void severalFilesAreFreshNamesBesideWhatIsThere() throws Exception {
    var one = Trees.file(folder.resolve("x/report.txt"), 100, 1);
    var two = Trees.file(folder.resolve("y/report.txt"), 200, 2);
    var mine = Trees.file(bob.downloads.resolve("report.txt"), 300, 3);
    var before = Files.readAllBytes(mine);

    var offer = ann.offer(bob, one, two);
    bob.transfers.accept(offer, null);

    assertThat(bob.await(offer, Transfer.State.FINISHED).path()).isEqualTo(bob.downloads);
    assertThat(Files.readAllBytes(mine)).isEqualTo(before);
    assertThat(Trees.content(bob.downloads).keySet())
        .containsExactlyInAnyOrder("", "report.txt", "report (2).txt", "report (2) (2).txt");
  }
}
