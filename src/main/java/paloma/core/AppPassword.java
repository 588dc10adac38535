package paloma.core;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import paloma.model.Problem;
import paloma.store.Database;
import paloma.store.OwnStore;
import paloma.work.Time;

/**
 * The app password: a screen against people at one's desk, no cryptography against them. Only a
 * slow hash of it is kept. Thread-safe; a check takes some tenths of a second.
 */
final class AppPassword {
  private static final String NAME = "app-password";
  private static final String TRIES = "app-password-tries";

  /** What OWASP advises for PBKDF2 with HMAC-SHA-256. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 256;

  /** Typing errors are free; after so many the next try has to wait. */
  private static final int FREE = 5;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int DOUBLED = 7;

  private record Tries(int wrong, long last) {}

  private final Database database;
  private final OwnStore own;
  private final Time time;
  private final SecureRandom random = new SecureRandom();

  AppPassword(Database database, OwnStore own, Time time) {
    this.database = database;
    this.own = own;
    this.time = time;
  }

  boolean isSet() {
    return kept().isPresent();
  }

  private Optional<byte[]> kept() {
    return database.read(tx -> own.value(tx, NAME)).filter(v -> v.length > 0);
  }

  /** Sets another password; the old one is needed when there is one. */
  synchronized void set(Optional<String> old, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw Problem.usage("password-length", String.valueOf(SHORTEST)).exception();
    }
    if (isSet()) check(old);
    var salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] hash = hash(password, salt, ITERATIONS);
    keep(
        NAME,
        ByteBuffer.allocate(Integer.BYTES + SALT + HASH)
            .putInt(ITERATIONS)
            .put(salt)
            .put(hash)
            .array());
  }

  synchronized void clear(Optional<String> old) {
    if (!isSet()) return;
    check(old);
    keep(NAME, new byte[0]);
  }

  /** Throws unless this is the password; wrong ones are counted, also over restarts. */
  synchronized void check(Optional<String> password) {
    var kept =
        ByteBuffer.wrap(kept().orElseThrow(() -> Problem.refused("password-not-set").exception()));
    if (password.isEmpty()) throw Problem.refused("password-needed").exception();
    var tries = tries();
    long left = waiting(tries);
    if (left > 0) throw Problem.refused("password-wait", String.valueOf(left)).exception();
    int iterations = kept.getInt();
    var salt = new byte[SALT];
    kept.get(salt);
    var hash = new byte[HASH];
    kept.get(hash);
    if (MessageDigest.isEqual(hash, hash(password.get(), salt, iterations))) {
      if (tries.wrong > 0) count(new Tries(0, 0));
      return;
    }
    count(new Tries(tries.wrong + 1, time.now().toEpochMilli()));
    throw Problem.refused("password-wrong").exception();
  }

  /** Seconds until the next try is allowed. A clock set back does not make it longer. */
  private long waiting(Tries tries) {
    if (tries.wrong < FREE) return 0;
    long wait = FIRST_WAIT.toMillis() << Math.min(tries.wrong - FREE, DOUBLED);
    long left = tries.last + wait - time.now().toEpochMilli();
    return left <= 0 ? 0 : Math.min(wait, left + 999) / 1000;
  }

  private Tries tries() {
    return database
        .read(tx -> own.value(tx, TRIES))
        .map(ByteBuffer::wrap)
        .map(in -> new Tries(in.getInt(), in.getLong()))
        .orElse(new Tries(0, 0));
  }

  private void count(Tries tries) {
    keep(
        TRIES,
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
            .putInt(tries.wrong)
            .putLong(tries.last)
            .array());
  }

  private void keep(String name, byte[] value) {
    database.write(tx -> {
      own.set(tx, name, value);
      return null;
    });
  }

  private static byte[] hash(String password, byte[] salt, int iterations) {
    char[] chars = password.toCharArray();
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(chars, salt, iterations, HASH * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java 25 has PBKDF2", e);
    } finally {
      Arrays.fill(chars, '\0');
    }
  }
}
