package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
  @Test
  void aSnippetIsCutAroundWhatWasFoundAndNeverInsideACharacter() {
    var text = "😀".repeat(60) + " Needle " + "😀".repeat(60);

    var snippet = Snippet.of(text, "needle");

    assertThat(snippet).startsWith("…").endsWith("…").contains("Needle").hasSizeLessThan(90);
    assertThat(snippet.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    assertThat(Snippet.of("short", "absent")).isEqualTo("short");
  }

  @Test
  void aSnippetIsOneLineAndShowsTheFirstOfSeveralWords() {
    var text = "x".repeat(200) + "\nsecond\n\tthird " + "y".repeat(200);

    assertThat(Snippet.of(text, "third second")).contains("second third").doesNotContain("\n");
  }
}
