package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Words from one node to another, by their control sockets. */
public final class Talk {
  private static final int PATIENCE_SECONDS = 40;

  private Talk() {}

  /** Returns the message's id when it is durable. */
  static String say(Node from, Node to, String text) throws InterruptedException {
    var answer = from.ask("send", Map.of("conversation", to.id(), "text", text));
    assertThat(answer.exit()).as("send: %s", answer).isZero();
    return String.valueOf(answer.row().get("message"));
  }

  public static void sayAndAwaitDelivery(Node from, Node to, String text)
      throws InterruptedException {
    var answer =
        from.ask(
            "send",
            Map.of(
                "conversation",
                to.id(),
                "text",
                text,
                "wait",
                "delivered",
                "seconds",
                PATIENCE_SECONDS));
    assertThat(answer.exit())
        .as(() -> "delivery of '" + text + "': " + answer + from.story() + to.story())
        .isZero();
    assertThat(heardBy(to, from)).contains(text);
  }

  /** By the notices from a place on. */
  static void awaitDelivered(Node from, int place, String message) throws InterruptedException {
    from.await(
        "that " + message + " was delivered",
        place,
        n ->
            n.is("message-changed")
                && n.text("message").equals(message)
                && List.of("delivered", "read").contains(n.text("state")),
        Duration.ofSeconds(PATIENCE_SECONDS));
  }

  /** What the listener has of the speaker, oldest first. */
  static List<String> heardBy(Node listener, Node speaker) throws InterruptedException {
    return said(listener, speaker, speaker, 1_000);
  }

  /** What {@code node} has of the author's words in the conversation with {@code other}. */
  static List<String> said(Node node, Node other, Node author, int most)
      throws InterruptedException {
    try {
      return said(node.control(), other, author, most);
    } catch (IOException e) {
      throw new AssertionError(node.name() + " has no history: " + e.getMessage(), e);
    }
  }

  static List<String> said(Control control, Node other, Node author, int most)
      throws IOException, InterruptedException {
    var answer = control.ask("history", Map.of("conversation", other.id(), "limit", most));
    assertThat(answer.exit()).as("history: %s", answer).isZero();
    return answer.rows().stream()
        .filter(row -> author.id().equals(row.get("author")))
        .map(row -> String.valueOf(row.get("text")))
        .toList();
  }
}
