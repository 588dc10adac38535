package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Problem;

final class PolicyFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void where() throws IOException {
    file = folder.toRealPath().resolve("policy.json");
  }

  private PolicyReading read() {
    return new PolicyFile(file, _ -> true).read();
  }

  @Test
  void whereThereIsNoFileNothingIsDecided() {
    assertThat(read()).isEqualTo(PolicyReading.NONE);
    file = file.resolveSibling("nowhere").resolve("policy.json");
    assertThat(read()).isEqualTo(PolicyReading.NONE);
  }

  @Test
  void whatOthersMayHaveWrittenIsRefusedUnread() throws IOException {
    Files.writeString(file, "{\"accept\":\"all\"}");

    assertThat(new PolicyFile(file, _ -> false).read())
        .isEqualTo(PolicyReading.refused(Problem.failed("policy-not-trusted", file.toString())));
    assertThat(read().policy().locks()).containsOnlyKeys("accept");
  }

  @Test
  void aLinkAndWhatItLeadsToAreBothLookedAt() throws IOException {
    var real = Files.writeString(folder.toRealPath().resolve("real.json"), "{}");
    Files.createSymbolicLink(file, real);
    var looked = new ArrayList<Path>();

    new PolicyFile(file, looked::add).read();

    assertThat(looked).containsExactly(file, real);
    assertThat(new PolicyFile(file, file::equals).read().refusals()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    var unreadable = PolicyReading.refused(Problem.failed("policy-unreadable", file.toString()));
    Files.createDirectory(file);
    assertThat(read()).isEqualTo(unreadable);

    PolicyFile.Trust failing =
        _ -> {
          throw new IOException("no attributes");
        };
    assertThat(new PolicyFile(file, failing).read()).isEqualTo(unreadable);
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    Files.write(file, new byte[PolicyText.MOST_BYTES * 4]);

    assertThat(read().refusals()).extracting(Problem::code).containsExactly("policy-too-large");
  }
}
