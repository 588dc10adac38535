package paloma.store;

import java.util.List;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.SignedProfile;

/** Mail for absent people: our seal keys, what lies here for others, what lies with others. */
public final class MailStore {
  /** A key of ours; times are milliseconds, {@code retired} is 0 while it is the current one. */
  public record Key(
      String publicKey, byte[] privateKey, long made, long retired, SignedProfile register) {}

  /** An envelope that lies here; places rise in the order in which they came. */
  public record Carried(long place, Envelope envelope) {}

  /** How much room one takes. */
  public record Size(Hash id, int bytes) {}

  /** What of a log lies with a carrier; {@code at} in milliseconds. */
  public record Left(DeviceId carrier, long first, long upTo, long at) {}

  private static final String OF_LOG = " WHERE conversation = ? AND author = ? AND epoch = ?";

  /** All our keys, the newest first. */
  public List<Key> keys(Tx tx) {
    return tx.list(
        "SELECT public, private, made, retired, register, register_signature FROM seal_key"
            + " ORDER BY retired IS NOT NULL, retired DESC",
        row -> {
          byte[] register = row.getBytes(5);
          return new Key(
              row.getString(1),
              row.getBytes(2),
              row.getLong(3),
              row.getLong(4),
              register == null ? null : new SignedProfile(register, row.getBytes(6)));
        });
  }

  public void addKey(Tx tx, String publicKey, byte[] privateKey, long made) {
    tx.update(
        "INSERT OR IGNORE INTO seal_key (public, private, made) VALUES (?, ?, ?)",
        publicKey,
        privateKey,
        made);
  }

  /** Another key takes this one's place; the register proves that it was ours. */
  public void retire(Tx tx, String publicKey, long at, SignedProfile register) {
    tx.update(
        "UPDATE seal_key SET retired = ?, register = ?, register_signature = ? WHERE public = ?",
        at,
        register.register(),
        register.signature(),
        publicKey);
  }

  public void forgetRetiredBefore(Tx tx, long at) {
    tx.update("DELETE FROM seal_key WHERE retired < ?", at);
  }

  public void keep(Tx tx, Hash id, Envelope envelope, long expires) {
    tx.update(
        "INSERT OR IGNORE INTO carried_mail (id, day, tag, sealed, expires) VALUES (?, ?, ?, ?, ?)",
        id,
        envelope.day(),
        envelope.tag(),
        envelope.sealed(),
        expires);
  }

  public List<Size> sizes(Tx tx) {
    return tx.list(
        "SELECT id, length(sealed) FROM carried_mail",
        row -> new Size(Hash.of(row.getBytes(1)), row.getInt(2)));
  }

  /** The days of which there is mail. */
  public List<Long> days(Tx tx) {
    return tx.list("SELECT DISTINCT day FROM carried_mail", row -> row.getLong(1));
  }

  /** The next envelope with this tag after a place. */
  public Optional<Carried> next(Tx tx, Hash tag, long after) {
    return tx.first(
        "SELECT place, day, tag, sealed FROM carried_mail WHERE tag = ? AND place > ?"
            + " ORDER BY place LIMIT 1",
        row ->
            new Carried(
                row.getLong(1),
                new Envelope(row.getLong(2), Hash.of(row.getBytes(3)), row.getBytes(4))),
        tag,
        after);
  }

  public void remove(Tx tx, Hash id) {
    tx.update("DELETE FROM carried_mail WHERE id = ?", id);
  }

  public void expire(Tx tx, long now) {
    tx.update("DELETE FROM carried_mail WHERE expires <= ?", now);
  }

  public List<Left> left(Tx tx, LogId log) {
    return tx.list(
        "SELECT carrier, first, up_to, at FROM left_mail" + OF_LOG,
        row ->
            new Left(DeviceId.of(row.getBytes(1)), row.getLong(2), row.getLong(3), row.getLong(4)),
        log.conversation(),
        log.author(),
        log.epoch());
  }

  public void setLeft(Tx tx, LogId log, Left left) {
    tx.update(
        "INSERT OR REPLACE INTO left_mail (conversation, author, epoch, carrier, first, up_to, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        log.conversation(),
        log.author(),
        log.epoch(),
        left.carrier(),
        left.first(),
        left.upTo(),
        left.at());
  }
}
