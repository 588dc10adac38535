package paloma.core;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import paloma.model.MalformedException;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.peers.RegisterCodec;
import paloma.store.Database;
import paloma.store.OwnStore;
import paloma.store.Tx;

/** What we say of ourselves: kept, counted and signed. Thread-safe. */
final class OwnProfile {
  private static final String REGISTER = "profile";
  private static final String SEAL_PRIVATE = "seal-private";

  /** An X25519 key in SPKI form ends with its 32 bytes. */
  private static final int X25519_BYTES = 32;

  private final Database database;
  private final OwnStore own;
  private final Signing signing;
  private Profile profile;
  private boolean idle;
  private SignedProfile register;

  OwnProfile(Database database, OwnStore own, Signing signing) {
    this.database = database;
    this.own = own;
    this.signing = signing;
  }

  /** Reads the profile; the first time it is made from these words. */
  synchronized void start(UnaryOperator<Profile> first) {
    var kept = database.read(tx -> own.value(tx, REGISTER));
    if (kept.isPresent()) {
      try {
        profile = RegisterCodec.decode(kept.get());
      } catch (MalformedException e) {
        throw new IllegalStateException("own profile is damaged", e);
      }
      var wanted = first.apply(profile);
      if (!wanted.equals(profile) || profile.counter() < least()) set(wanted);
    } else {
      var us = signing.ourselves();
      set(first.apply(new Profile(us, 0, "", "", "", "", "", "", Presence.ONLINE, newSealKey())));
    }
    sign();
  }

  synchronized Profile profile() {
    return profile;
  }

  /**
   * How available we look: what the person chose, but away while nobody touches the computer of
   * somebody who is there.
   */
  synchronized Presence shown() {
    return idle && profile.presence() == Presence.ONLINE ? Presence.AWAY : profile.presence();
  }

  /** What others hear of us: somebody invisible looks as if they were not there. */
  synchronized Profile announced() {
    var shown = shown();
    return profile.withPresence(shown == Presence.INVISIBLE ? Presence.OFFLINE : shown);
  }

  /** Nobody touches the computer, or somebody does again; whether others hear something new. */
  synchronized boolean idle(boolean now) {
    if (idle == now) return false;
    var before = shown();
    idle = now;
    if (before == shown()) return false;
    // What is said has a higher counter each time, or it could be taken for something older.
    set(profile);
    sign();
    return true;
  }

  synchronized SignedProfile register() {
    return register;
  }

  /** Changes the profile; the counter rises when anything did change. */
  synchronized Profile change(UnaryOperator<Profile> change) {
    var wanted = change.apply(profile);
    if (!wanted.equals(profile)) {
      set(wanted);
      sign();
    }
    return profile;
  }

  private void set(Profile wanted) {
    check(wanted.name(), Profile.MAX_FIELD);
    if (wanted.name().isBlank()) throw Problem.usage("name-empty").exception();
    check(wanted.department(), Profile.MAX_FIELD);
    check(wanted.title(), Profile.MAX_FIELD);
    check(wanted.phone(), Profile.MAX_FIELD);
    check(wanted.host(), Profile.MAX_FIELD);
    check(wanted.status(), Profile.MAX_STATUS);
    var next =
        new Profile(
            signing.ourselves(),
            Math.max(profile == null ? 0 : profile.counter(), least()) + 1,
            wanted.name().strip(),
            wanted.department().strip(),
            wanted.title().strip(),
            wanted.phone().strip(),
            wanted.status().strip(),
            wanted.host(),
            wanted.presence(),
            wanted.sealKey(),
            wanted.avatar());
    database.write(tx -> {
      own.set(tx, REGISTER, RegisterCodec.encode(next));
      return null;
    });
    profile = next;
  }

  /** In a database that was put back others may know a higher counter than it does. */
  private long least() {
    return database.read(own::renewed);
  }

  private static void check(String field, int most) {
    int bytes = paloma.model.CanonicalWriter.utf8(field).length;
    if (bytes > most) {
      throw Problem.usage("field-too-long", field, String.valueOf(most)).exception();
    }
  }

  private void sign() {
    byte[] bytes = RegisterCodec.encode(announced());
    register = new SignedProfile(bytes, signing.sign(RegisterCodec.CONTEXT, bytes));
  }

  /** Hands over the private part of the key that a profile begins with; it is kept no more. */
  Optional<byte[]> takeFirstSealKey(Tx tx) {
    var first = own.value(tx, SEAL_PRIVATE).filter(key -> key.length > 0);
    if (first.isPresent()) own.set(tx, SEAL_PRIVATE, new byte[0]);
    return first;
  }

  /** A key that mail for us can be sealed to while we are away. */
  private String newSealKey() {
    try {
      var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
      database.write(tx -> {
        own.set(tx, SEAL_PRIVATE, pair.getPrivate().getEncoded());
        return null;
      });
      byte[] spki = pair.getPublic().getEncoded();
      return HexFormat.of()
          .formatHex(Arrays.copyOfRange(spki, spki.length - X25519_BYTES, spki.length));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java 25 has X25519", e);
    }
  }
}
