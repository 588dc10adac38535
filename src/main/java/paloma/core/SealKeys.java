package paloma.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import paloma.mail.Sealing;
import paloma.model.SignedProfile;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.work.Time;

/**
 * The keys that mail for us is sealed to. The one in our profile is changed from time to time; the
 * private part of an old one is kept for as long as mail for it may lie anywhere, and then it is
 * gone: what was sealed to it can never be opened again. Thread-safe.
 */
final class SealKeys {
  /** A key is published so long. */
  static final Duration CHANGED = Duration.ofDays(30);

  /** Old ones open late mail so long: whoever was away meanwhile seals to what they know. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final Duration LOOK = Duration.ofHours(6);

  /** Old profiles shown to a carrier; with clocks that are right there is one. */
  static final int SHOWN = 3;

  private final Database database;
  private final MailStore store;
  private final OwnProfile profile;
  private final Time time;
  private volatile List<MailStore.Key> keys = List.of();
  private Time.Timer look;

  SealKeys(Database database, MailStore store, OwnProfile profile, Time time) {
    this.database = database;
    this.store = store;
    this.profile = profile;
    this.time = time;
  }

  /**
   * Takes over the key of the profile, and changes it when it is old.
   *
   * @param changed told when the profile has another key
   */
  void start(Runnable changed) {
    var current = profile.profile().sealKey();
    database.write(tx -> {
      var first = profile.takeFirstSealKey(tx);
      first.ifPresent(key -> store.addKey(tx, current, key, time.now().toEpochMilli()));
      return null;
    });
    look();
    look =
        time.every(
            LOOK,
            "seal-key",
            () -> {
              if (look()) changed.run();
            });
  }

  void stop() {
    if (look != null) look.cancel();
  }

  /** Changes the key when it is due; whether it was. */
  private synchronized boolean look() {
    long now = time.now().toEpochMilli();
    var current = profile.profile().sealKey();
    keys =
        database.write(tx -> {
          store.forgetRetiredBefore(tx, now - KEPT.toMillis());
          return store.keys(tx);
        });
    boolean due =
        keys.stream()
            .filter(k -> k.publicKey().equals(current))
            .noneMatch(k -> k.made() > now - CHANGED.toMillis());
    if (due) change(current, now);
    return due;
  }

  private void change(String current, long now) {
    var pair = Sealing.newKey();
    var next = HexFormat.of().formatHex(pair.publicKey());
    var register = profile.register();
    database.write(tx -> {
      store.retire(tx, current, now, register);
      store.addKey(tx, next, pair.privateKey(), now);
      return null;
    });
    profile.change(p -> p.withSealKey(next));
    keys = database.read(store::keys);
  }

  /** All that can open something. */
  List<MailStore.Key> all() {
    return keys;
  }

  /** Our signed profiles with these keys, the current one first. */
  List<SignedProfile> registers() {
    var registers = new ArrayList<SignedProfile>();
    registers.add(profile.register());
    keys.stream()
        .filter(k -> k.register() != null)
        .limit(SHOWN)
        .forEach(k -> registers.add(k.register()));
    return registers;
  }
}
