package paloma.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import paloma.cli.PalomaCommand;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.core.Messenger;
import paloma.demo.Demo;
import paloma.model.HostAndPort;
import paloma.model.Message;
import paloma.settings.ProfileFolder;
import paloma.settings.Setting;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/**
 * A working day in half a minute, on a screen in memory and on this machine's own address: the run
 * from which an installer's start-up cache is recorded. What is used here is loaded and optimised
 * when a person starts the program.
 */
final class Rehearsal {
  /** As many as make the second compiler see the way of a message from end to end. */
  private static final int MESSAGES = 600;

  private static final int FILE_BYTES = 48 << 20;

  /** Commands that people and scripts type, each as often as its classes need. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("--version"),
          List.of("peers"),
          List.of("--json", "peers", "--all"),
          List.of("status"),
          List.of("--json", "transfers", "--all"),
          List.of("settings"),
          List.of("--json", "doctor"),
          List.of("me"));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Assembly assembly;

  Rehearsal(Assembly assembly) {
    this.assembly = assembly;
  }

  void run() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("paloma-rehearsal");
    try {
      Demo.screenshots(folder.resolve("pictures"));
      try (var time = new SystemTime();
          var tasks = new Tasks(time)) {
        talk(folder, tasks);
      }
    } finally {
      delete(folder);
    }
  }

  private void talk(Path folder, Tasks tasks) throws IOException, InterruptedException {
    try (var bert = instance(folder.resolve("bert"), "Bert", List.of(), tasks)) {
      var theirs = bert.start();
      var there = new HostAndPort("127.0.0.1", theirs.status().port());
      try (var anna = instance(folder.resolve("anna"), "Anna", List.of(there), tasks)) {
        anna.settings().set(Setting.WELCOMED, true);
        var rehearsed =
            tasks.start(
                "rehearsal",
                () -> {
                  try {
                    converse(anna, theirs, folder);
                  } finally {
                    anna.askToStop();
                  }
                });
        assembly.window(anna, false);
        if (!rehearsed.join(PATIENCE)) throw new IOException("the rehearsal does not end");
      }
    }
  }

  private void converse(Instance anna, Messenger theirs, Path folder)
      throws IOException, InterruptedException {
    var mine = anna.open();
    var toBert = mine.conversationWith(theirs.me().id());
    mine.say(toBert, "Shall we begin?");
    for (int i = 0; i < MESSAGES; i++) {
      mine.awaitDelivery(
          mine.say(toBert, "A sentence of usual length, number " + i).id(),
          Message.State.DELIVERED,
          PATIENCE);
      theirs.say(theirs.conversationWith(mine.me().id()), "And its answer, number " + i);
    }
    var file = Files.write(folder.resolve("report.bin"), new byte[FILE_BYTES]);
    mine.offer(toBert, List.of(file));
    var profile = anna.profile().path().toString();
    for (var words : COMMANDS) command(profile, words);
    command(profile, List.of("send", "Bert", "From a script", "--wait", "delivered"));
    command(profile, List.of("history", "Bert", "--limit", "20"));
    command(profile, List.of("offer", "Bert", file.toString(), "--wait", "finished"));
  }

  private void command(String profile, List<String> words) {
    var line = new String[words.size() + 2];
    line[0] = "--profile";
    line[1] = profile;
    for (int i = 0; i < words.size(); i++) line[i + 2] = words.get(i);
    PalomaCommand.run(line, assembly);
  }

  /** Somebody who takes every file and whom only this machine can hear. */
  private Instance instance(Path folder, String name, List<HostAndPort> peers, Tasks tasks) {
    var options =
        new LaunchOptions(
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            List.of(InetAddress.getLoopbackAddress()),
            peers,
            Optional.of(folder.resolve("downloads")),
            Optional.of("all"));
    return Instance.take(new ProfileFolder(folder), assembly, options, tasks).orElseThrow();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
