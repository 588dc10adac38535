package paloma.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
 * The settings of a profile: one JSON file, of which unknown keys are kept, and above it what the
 * office has decided, which nobody can change here. A value that is not allowed counts as not set.
 * Thread-safe; listeners run on the thread that sets.
 */
public final class Settings {
  private static final System.Logger LOG = System.getLogger("paloma.settings");

  private final Path file;
  private final Map<String, Object> values;
  private final PolicyReading office;
  private final List<Problem> problems;
  private final List<Consumer<Setting<?>>> listeners = new CopyOnWriteArrayList<>();

  private Settings(
      Path file, Map<String, Object> values, PolicyReading office, List<Problem> problems) {
    this.file = file;
    this.values = values;
    this.office = office;
    this.problems = problems;
  }

  /** Reads the file, which may be absent. A damaged one is kept aside and said. */
  public static Settings open(Path file, PolicyReading office) {
    return open(file, office, Settings::keepAside);
  }

  /** Reads the file for somebody who does not own the profile: touches nothing. */
  static Settings peek(Path file, PolicyReading office) {
    return open(file, office, UnaryOperator.identity());
  }

  private static Settings open(Path file, PolicyReading office, UnaryOperator<Path> damaged) {
    var problems = new ArrayList<Problem>();
    var values = new LinkedHashMap<String, Object>();
    try {
      values.putAll(read(file));
    } catch (NotAnObject | IOException e) {
      problems.add(Problem.failed("settings-damaged", damaged.apply(file).toString()));
    }
    problems.addAll(office.refusals());
    return new Settings(file, values, office, List.copyOf(problems));
  }

  /** Settings that live in memory only: for the make-believe neighbourhood and for tests. */
  public static Settings inMemory() {
    return inMemory(PolicyReading.NONE);
  }

  /** The same in an office that decides something. */
  public static Settings inMemory(PolicyReading office) {
    return new Settings(null, new LinkedHashMap<>(), office, office.refusals());
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

  /** What was wrong with the settings and the office's policy when they were read. */
  public List<Problem> problems() {
    return problems;
  }

  /** What of the office's policy was left out: for those who wrote it. */
  public List<Problem> warnings() {
    return office.warnings();
  }

  /** What the office decided, else what was set here, else the office's default, else the usual. */
  public synchronized <T> T get(Setting<T> setting) {
    return value(office.policy().lock(setting).map(Policy.Lock::value), setting)
        .or(() -> value(Optional.ofNullable(values.get(setting.key())), setting))
        .or(() -> value(office.policy().fallback(setting), setting))
        .orElse(setting.fallback());
  }

  private static <T> Optional<T> value(Optional<Object> value, Setting<T> setting) {
    return value.flatMap(setting.read());
  }

  /** Whether the office has decided this. */
  public boolean locked(Setting<?> setting) {
    return office.policy().lock(setting).isPresent();
  }

  /** The office's reason for what it decided, in its own words; empty when it gave none. */
  public Optional<String> why(Setting<?> setting) {
    return office.policy().lock(setting).map(Policy.Lock::why).filter(why -> !why.isEmpty());
  }

  /** Whom people may ask about what the office decided, in its own words. */
  public Optional<String> contact() {
    return Optional.of(office.policy().contact()).filter(contact -> !contact.isEmpty());
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
