package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the scripts and the release workflow name only what is there, and use what they share. */
final class ScriptsTest {
  private static final Path WORKFLOWS = Path.of(".github/workflows");

  /** A file of this repository or its folder, as scripts and workflows write it. */
  private static final Pattern OURS = Pattern.compile("(?:installer|\\.ci)/[\\w./-]*\\w");

  private static final Pattern BESIDE =
      Pattern.compile("\\$(?:PSScriptRoot|here)/(Send with Paloma\\.workflow|[\\w./-]*\\w)");
  private static final Pattern SHARED = Pattern.compile("\\$root/(installer/[\\w./-]*\\w)");
  private static final Pattern ACTION = Pattern.compile("uses: ([\\w/-]+)@(\\S+)");

  @Test
  void theReleaseUsesTheActionsOfTheBuildAtTheSameVersions() throws Exception {
    var build = Files.readString(WORKFLOWS.resolve("build.yml"));
    var release = Files.readString(WORKFLOWS.resolve("release.yml"));
    assertThat(ACTION.matcher(release).results()).isNotEmpty();
    for (var used : ACTION.matcher(release).results().toList()) {
      assertThat(used.group(2)).as(used.group(1)).matches("v\\d+");
      if (build.contains("uses: " + used.group(1) + "@")) assertThat(build).contains(used.group());
    }
  }

  @Test
  void theReleaseNamesOnlyFilesThatAreThere() throws Exception {
    var release = Files.readString(WORKFLOWS.resolve("release.yml"));
    for (var file : List.of("installer/windows/package.ps1", "installer/macos/package.sh")) {
      assertThat(release).contains("run: " + file + "\n");
      assertThat(Path.of(file)).exists();
    }
    for (var named : OURS.matcher(release).results().toList()) {
      if (release.substring(0, named.start()).endsWith("target/")) continue;
      assertThat(Path.of(named.group())).exists();
    }
  }

  @Test
  void theReleaseNeedsNoSecretAndSaysWhatIsMissing() throws Exception {
    var lines = Files.readAllLines(WORKFLOWS.resolve("release.yml"));
    assertThat(lines)
        .noneMatch(line -> line.contains("\t"))
        .contains("permissions:", "  contents: read");
    var names = new TreeSet<String>();
    var secret = Pattern.compile("secrets\\.(\\w+)");
    for (var line : lines) secret.matcher(line).results().forEach(s -> names.add(s.group(1)));
    var page = Files.readString(Path.of("src/docs/rollout.md"));
    for (var name : names) assertThat(page).contains("`" + name + "`");
    assertThat(String.join("\n", lines))
        .contains("env.WINDOWS_CERTIFICATE != ''", "env.MAC_CERTIFICATES != ''")
        .contains("env.RELEASE_KEY != ''", "are not signed", "has a statement");
  }

  @Test
  void theScriptsNameOnlyFilesThatAreThere() throws Exception {
    for (var script : List.of("installer/windows/package.ps1", "installer/macos/package.sh")) {
      var file = Path.of(script);
      var text = Files.readString(file);
      var named = BESIDE.matcher(text).results().map(n -> file.resolveSibling(n.group(1))).toList();
      assertThat(named).hasSizeGreaterThan(3).allMatch(Files::exists);
      var shared = SHARED.matcher(text).results().map(n -> n.group(1)).toList();
      assertThat(shared)
          .contains("installer/common/java.options", "installer/common/jlink.options")
          .allMatch(name -> Files.exists(Path.of(name)));
    }
  }

  @Test
  void bothSystemsStartTheProgramFromItsCacheAndKeepStandardOutputClean() throws Exception {
    for (var script : List.of("installer/windows/package.ps1", "installer/macos/package.sh")) {
      assertThat(Files.readString(Path.of(script)))
          .contains("-XX:AOTCache=$APPDIR", "-Xlog:disable", "-Xlog:all=error:stderr")
          .contains("--rehearse", "-Dpaloma.package=");
    }
  }

  @Test
  void everyBracketOfThePowerShellScriptIsClosed() throws Exception {
    var text = Files.readString(Path.of("installer/windows/package.ps1"));
    var open = new ArrayDeque<Character>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '#' -> i = text.indexOf('\n', i);
        case '\'' -> i = text.indexOf('\'', i + 1);
        case '"' -> i = endOfText(text, i + 1);
        case '(', '[', '{' -> open.push(c);
        case ')' -> assertThat(open.pop()).as("%s", text.substring(0, i)).isEqualTo('(');
        case ']' -> assertThat(open.pop()).as("%s", text.substring(0, i)).isEqualTo('[');
        case '}' -> {
          // ${env:ProgramFiles(x86)} is one word; its brackets pair as well.
          assertThat(open.pop()).as("%s", text.substring(0, i)).isEqualTo('{');
        }
        default -> {}
      }
      assertThat(i).isGreaterThanOrEqualTo(0);
    }
    assertThat(open).isEmpty();
  }

  /** Where a text in double quotation marks ends; what stands in {@code $(…)} has its own. */
  private static int endOfText(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && text.charAt(i + 1) == '(') depth++;
      if (c == ')' && depth > 0) depth--;
      if (c == '"' && depth == 0) return i;
    }
    throw new AssertionError("a text without an end: " + text.substring(from));
  }
}
