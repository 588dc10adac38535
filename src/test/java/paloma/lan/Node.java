package paloma.lan;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/** Somebody's {@code paloma node} on a host: started, listened to, asked, killed, started again. */
public final class Node {
  /** A JVM's start on a busy machine of two cores, with room to spare. */
  private static final Duration START = Duration.ofSeconds(60);

  static final Path PROGRAM =
      Path.of(System.getProperty("paloma.program", "target/paloma/bin/paloma")).toAbsolutePath();

  private final Host host;
  private final List<String> here;
  private final String name;
  private final Path folder;
  private final List<String> introduction;
  private Path program = PROGRAM;
  private Process process;
  private Notices notices = new Notices();
  private Control control;
  private String id;
  private int port;

  Node(Host host, List<String> here, String name, Path folder, List<String> introduction) {
    this.host = host;
    this.here = here;
    this.name = name;
    this.folder = folder;
    this.introduction = introduction;
  }

  /** Runs another copy of the program from now on. */
  Node runs(Path another) {
    program = another;
    return this;
  }

  /** Starts and returns when it said so. */
  public Node start(String... options) throws InterruptedException {
    try {
      Files.createDirectories(downloads());
      var words = new ArrayList<>(here);
      words.addAll(List.of(program.toString(), "--profile", profile().toString(), "--json"));
      words.addAll(List.of("node", "--downloads", downloads().toString()));
      words.addAll(introduction);
      words.addAll(List.of(options));
      process = builder(words).redirectError(Redirect.appendTo(errors())).start();
      process.getOutputStream().close();
      notices = new Notices();
      // No virtual thread: reading a pipe holds its carrier, and there are few of those.
      Thread.ofPlatform().daemon().name("notices of " + name).start(reader(process, notices));
      var started = await("its start", 0, n -> n.is("started"), START);
      id = started.text("id");
      port = (int) started.number("port");
      control = new Control(profile().resolve("control.sock"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Runnable reader(Process process, Notices notices) {
    return () -> {
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line; (line = lines.readLine()) != null; ) {
          notices.add(JSON.std.mapFrom(line));
        }
      } catch (IOException e) {
        notices.add(Map.of("event", "unreadable", "says", String.valueOf(e)));
      } finally {
        notices.end();
      }
    };
  }

  private ProcessBuilder builder(List<String> words) {
    var builder = new ProcessBuilder(words);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "PALOMA_PROFILE"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** A command as a person types it: its exit code and what it printed. */
  Typed type(String... command) throws InterruptedException {
    return type(here, command);
  }

  /** The same typed by somebody else. */
  Typed type(List<String> place, String... command) throws InterruptedException {
    var words = Shell.words(place, program.toString(), "--profile", profile().toString());
    words.addAll(List.of("--json"));
    words.addAll(List.of(command));
    try {
      Files.createDirectories(folder);
      var typed = builder(words).redirectError(Redirect.appendTo(errors())).start();
      typed.getOutputStream().close();
      var rows = new ArrayList<Map<String, Object>>();
      try (var lines = typed.inputReader(StandardCharsets.UTF_8)) {
        for (String line; (line = lines.readLine()) != null; ) rows.add(JSON.std.mapFrom(line));
      }
      return new Typed(typed.waitFor(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Typed(int exit, List<Map<String, Object>> rows) {}

  /** kill -9: nothing is said, nothing is flushed. */
  public void kill() throws InterruptedException {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  /** SIGTERM: says goodbye. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  public Control.Answer ask(String command, Map<String, ?> fields) throws InterruptedException {
    try {
      return control.ask(command, fields);
    } catch (IOException e) {
      throw new AssertionError(name + ": " + command + ": " + e.getMessage() + story(), e);
    }
  }

  public Control control() {
    return control;
  }

  /** The first such notice of this run. */
  public Notices.Heard await(String what, Predicate<Notices.Heard> wanted, Duration patience)
      throws InterruptedException {
    return await(what, 0, wanted, patience);
  }

  public Notices.Heard await(
      String what, int from, Predicate<Notices.Heard> wanted, Duration patience)
      throws InterruptedException {
    var heard = notices.await(from, wanted, patience);
    if (heard == null) throw new AssertionError(name + " did not say " + what + story());
    return heard;
  }

  /** Somebody is on this node's list, as the notices tell it. */
  public Notices.Heard awaitPresent(Node other, int from, Duration patience)
      throws InterruptedException {
    return await(other.name + " is there", from, n -> n.isPresence(other.id, true), patience);
  }

  Notices.Heard awaitAbsent(Node other, int from, Duration patience) throws InterruptedException {
    return await(other.name + " went", from, n -> n.isPresence(other.id, false), patience);
  }

  /** What it said last, and its log: for the message of a failure. */
  String story() {
    return ". It said:\n"
        + notices.last(30)
        + "on stderr:\n"
        + end(errors().toPath())
        + "\nin its log:\n"
        + end(profile().resolve("paloma.log.0"));
  }

  private static String end(Path file) {
    try {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  public int noticesSoFar() {
    return notices.count();
  }

  public Host host() {
    return host;
  }

  public String name() {
    return name;
  }

  public String id() {
    return id;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.descendants().findFirst().orElse(process.toHandle()).pid();
  }

  Path profile() {
    return folder.resolve("p");
  }

  public Path downloads() {
    return folder.resolve("downloads");
  }

  private File errors() {
    return folder.resolve("stderr").toFile();
  }
}
