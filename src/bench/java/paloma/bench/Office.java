package paloma.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import paloma.lan.Host;
import paloma.lan.Lan;
import paloma.lan.Node;

/** Two people on two hosts who know each other, and baselines that run on the same hosts. */
final class Office implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  final Lan lan = new Lan();
  final Host left = lan.host();
  final Host right = lan.host();

  /** Started only when asked for: a baseline shall have the machine for itself. */
  record Two(Node anna, Node bert) implements AutoCloseable {
    @Override
    public void close() throws InterruptedException {
      anna.stop();
      bert.stop();
    }
  }

  Two people() throws InterruptedException {
    var anna = left.person("Anna").start();
    var bert = right.person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    bert.awaitPresent(anna, 0, PATIENCE);
    return new Two(anna, bert);
  }

  /** One of this package's mains on a host. */
  static Process java(Host host, Class<?> main, String... arguments) throws IOException {
    var command = new java.util.ArrayList<>(host.here());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static String output(Process process) throws IOException, InterruptedException {
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException("a baseline failed: " + text);
    return text.strip();
  }

  @Override
  public void close() {
    lan.close();
  }
}
