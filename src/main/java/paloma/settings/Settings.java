package paloma.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import paloma.model.Problem;
import paloma.settings.Json.NotAnObject;

/**
 * The settings of a profile: one JSON file, of which unknown keys are kept, and above it the
 * office's policy file, whose values nobody can change here. A value that is not allowed counts as
 * not set. Thread-safe; listeners run on the thread that sets.
 */
public final class Settings {
  private static final System.Logger LOG = System.getLogger("paloma.settings");

  private final Path file;
  private final Map<String, Object> values;
  private final Map<String, Object> policy;
  private final List<Problem> problems;
  private final List<Consumer<Setting<?>>> listeners = new CopyOnWriteArrayList<>();

  private Settings(
      Path file, Map<String, Object> values, Map<String, Object> policy, List<Problem> problems) {
    this.file = file;
    this.values = values;
    this.policy = policy;
    this.problems = problems;
  }

  /** Reads both files; either may be absent. A damaged one is kept aside and said. */
  public static Settings open(Path file, Path policyFile) {
    return open(file, policyFile, Settings::keepAside);
  }

  /** Reads both files for somebody who does not own the profile: touches nothing. */
  static Settings peek(Path file, Path policyFile) {
    return open(file, policyFile, UnaryOperator.identity());
  }

  private static Settings open(Path file, Path policyFile, UnaryOperator<Path> damaged) {
    var problems = new CopyOnWriteArrayList<Problem>();
    var values = new LinkedHashMap<String, Object>();
    try {
      values.putAll(read(file));
    } catch (NotAnObject | IOException e) {
      problems.add(Problem.failed("settings-damaged", damaged.apply(file).toString()));
    }
    var policy = new LinkedHashMap<String, Object>();
    try {
      policy.putAll(read(policyFile));
    } catch (NotAnObject | IOException e) {
      problems.add(Problem.failed("policy-damaged", policyFile.toString()));
    }
    return new Settings(file, values, policy, List.copyOf(problems));
  }

  /** Settings that live in memory only: for the make-believe neighbourhood and for tests. */
  public static Settings inMemory() {
    return new Settings(null, new LinkedHashMap<>(), Map.of(), List.of());
  }

  private static Map<String, Object> read(Path file) throws IOException, NotAnObject {
    try {
      return Json.object(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Map.of();
    }
  }

  private static Path keepAside(Path file) {
    var aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot keep damaged settings aside", e);
      return file;
    }
  }

  /** What was wrong with the files when they were read. */
  public List<Problem> problems() {
    return problems;
  }

  public synchronized <T> T get(Setting<T> setting) {
    return own(policy, setting).or(() -> own(values, setting)).orElse(setting.fallback());
  }

  private static <T> Optional<T> own(Map<String, Object> values, Setting<T> setting) {
    return Optional.ofNullable(values.get(setting.key())).flatMap(setting.read());
  }

  /** Whether the office has decided this. */
  public boolean locked(Setting<?> setting) {
    return own(policy, setting).isPresent();
  }

  /** Sets a value and writes the file at once. */
  public <T> void set(Setting<T> setting, T value) {
    setWord(setting, value);
  }

  /** Sets what somebody typed or a JSON value; refuses what is not allowed. */
  public void setWord(Setting<?> setting, Object value) {
    if (locked(setting)) throw Problem.refused("setting-locked", setting.key()).exception();
    Object allowed =
        setting
            .read()
            .apply(value)
            .orElseThrow(() ->
                Problem.usage("setting-value", setting.key(), String.valueOf(value)).exception());
    synchronized (this) {
      if (allowed.equals(values.put(setting.key(), allowed))) return;
      write();
    }
    listeners.forEach(listener -> listener.accept(setting));
  }

  /** Hears which setting has changed. */
  public AutoCloseable listen(Consumer<Setting<?>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void write() {
    if (file == null) return;
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, Json.pretty(values));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Problem.failed("settings-not-written", file.toString()).exception();
    }
  }
}
