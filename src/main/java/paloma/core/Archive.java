package paloma.core;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import paloma.archive.ForeignHistory;
import paloma.archive.SealedBackup;
import paloma.log.LegacyRows;
import paloma.log.Timeline;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Profile;
import paloma.model.Trust;
import paloma.settings.Words;
import paloma.store.Database;
import paloma.store.LegacyStore;
import paloma.store.TimelineStore;
import paloma.work.Stopped;
import paloma.work.Tasks;

/** History as files: backups that make themselves, and those that people ask for. Thread-safe. */
public final class Archive {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  /** A program that runs all day looks so often whether a day has passed. */
  private static final Duration LOOK = Duration.ofHours(1);

  /** A start has more urgent things to do. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final Duration DAY = Duration.ofDays(1);

  /** File systems of other computers, as systems call them: SQLite can't rely on their locks. */
  private static final Set<String> REMOTE =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs");

  private final Path profile;
  private final Tasks tasks;
  private final Database database;
  private final Notices notices;
  private final DeviceId us;
  private final Exporting exporting;
  private final LegacyStore legacy;
  private final LegacyRows legacyRows;
  private final ConversationNews news;
  private final Retention retention;
  private volatile BooleanSupplier dailyBackup = () -> true;
  private volatile IntSupplier days = () -> 0;

  Archive(
      Setup setup,
      Database database,
      Notices notices,
      Timeline timeline,
      TimelineStore rows,
      ConversationNews news,
      Function<DeviceId, String> nameOf) {
    profile = setup.profile();
    tasks = setup.tasks();
    this.database = database;
    this.notices = notices;
    us = setup.identity().id();
    this.news = news;
    retention = new Retention(database, news, us);
    legacy = new LegacyStore();
    legacyRows = new LegacyRows(rows, legacy);
    exporting = new Exporting(database, timeline, nameOf);
  }

  /** Settings that are asked whenever they matter; before the start of the messenger. */
  public void follow(BooleanSupplier daily, IntSupplier daysKept) {
    dailyBackup = daily;
    days = daysKept;
  }

  void start() {
    database.condition().told().forEach(this::tell);
    database.condition().whenDamaged(() -> tell(Problem.failed("database-damaged")));
    if (remote(profile)) tell(Problem.failed("database-remote", profile.toString()));
    tasks.time().after(SETTLED, "daily", this::daily);
    tasks.time().every(LOOK, "daily", this::daily);
  }

  private void tell(Problem problem) {
    notices.post(new Notice.ProblemArose(problem));
  }

  private static boolean remote(Path folder) {
    if (folder.toString().startsWith("\\\\")) return true;
    try {
      return REMOTE.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies the database into the profile's backups, whatever the time; false without room. */
  public boolean backupNow() {
    try {
      return database.backups().make(tasks.time().now());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.failed("folder-not-writable", profile.resolve("backups").toString()), e);
    }
  }

  /**
   * Writes a conversation to a new file; how many messages it has.
   *
   * @param format {@code txt}, {@code html} or {@code json}
   */
  public long export(ConversationId id, String format, Path file, Words words) {
    return exporting.export(id, us, format, file, words, tasks.time().now());
  }

  /**
   * Takes over a history of another program, or one that was exported; a file that was taken over
   * before adds nothing. The rows are in no log: nothing of them is ever sent.
   *
   * @param from {@code ipmsg} or {@code paloma}
   * @param encoding of a text log; empty finds it out
   */
  public Imported importFrom(String from, Path file, Optional<String> encoding) {
    var importing = new Importing(database, legacyRows, us, from, tasks.time().now());
    new ForeignHistory(file, from, encoding).read(ZoneId.systemDefault(), importing);
    importing.flush();
    importing.changed().forEach(news::changed);
    var imported = importing.imported();
    if (imported.read() == 0) {
      throw Problem.failed("import-foreign", file.toString(), from).exception();
    }
    return imported;
  }

  /** Somebody of an imported history, shown like a person who is not there. */
  Optional<Peer> legacy(DeviceId id) {
    return database.read(tx -> legacy.person(tx, id)).map(Archive::peer);
  }

  private static Peer peer(LegacyStore.Person person) {
    var profile =
        new Profile(
            person.id(), 0, person.name(), "", "", "", "", person.host(), Presence.OFFLINE, "");
    return new Peer(
        person.id(),
        List.of(person.id()),
        profile,
        Presence.OFFLINE,
        Trust.NEW,
        person.origin(),
        List.of(),
        null);
  }

  /** Refuses to send where nobody would get it. */
  void checkNotImported(ConversationId id) {
    if (database.read(tx -> legacy.imported(tx, id))) {
      throw Problem.refused("conversation-imported").exception();
    }
  }

  /** Writes everything of this profile to a new encrypted file; how many bytes it has. */
  public long backup(Path file, char[] passphrase) {
    if (Files.exists(file)) throw Problem.failed("file-exists", file.toString()).exception();
    var copy = profile.resolve("backup-" + UUID.randomUUID() + ".part");
    try {
      database.backups().copyTo(copy);
      return SealedBackup.write(file, passphrase, copy, profile, tasks.time().now());
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-not-written", copy.toString()), e);
    } finally {
      remove(copy);
    }
  }

  private static void remove(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "left a copy of the database", e);
    }
  }

  /** What is done once a day, if it is time. */
  void daily() {
    if (database.condition().damaged()) return;
    try {
      if (dailyBackup.getAsBoolean()) backupIfDue();
      expire(days.getAsInt(), tasks.time().now());
    } catch (IOException | ProblemException e) {
      LOG.log(Level.WARNING, "daily work on the history", e);
    } catch (Stopped e) {
      LOG.log(Level.DEBUG, "stopped");
    }
  }

  /** Lets go of what is older than so many days; how many messages went. */
  long expire(int daysKept, Instant now) {
    return retention.expire(daysKept, now);
  }

  private void backupIfDue() throws IOException {
    var now = tasks.time().now();
    var backups = database.backups();
    var newest = backups.newest().orElse(Instant.EPOCH);
    if (Duration.between(newest, now).abs().compareTo(DAY) >= 0) backups.make(now);
  }
}
