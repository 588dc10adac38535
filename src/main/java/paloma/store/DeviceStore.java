package paloma.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Hash;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.model.Trust;

/** Devices ever met, and where they were reached. */
public final class DeviceStore {
  /** Addresses kept for a device: a laptop knows a few networks. */
  private static final int ADDRESSES = 8;

  /**
   * A device as it is kept.
   *
   * @param publicKey null while nothing but the id is known
   * @param boot highest boot counter heard
   * @param version highest protocol version a contact has spoken: a lower one is refused
   * @param lastSeen null when never
   */
  public record Device(
      DeviceId id,
      DeviceId person,
      byte[] publicKey,
      Profile profile,
      Trust trust,
      long boot,
      int version,
      Instant lastSeen) {

    public Device with(Profile profile) {
      return new Device(id, person, publicKey, profile, trust, boot, version, lastSeen);
    }

    public Device with(Trust trust) {
      return new Device(id, person, publicKey, profile, trust, boot, version, lastSeen);
    }

    public Device seen(byte[] publicKey, long boot, Instant at) {
      return new Device(id, person, publicKey, profile, trust, boot, version, at);
    }

    public Device spoke(int version) {
      return new Device(id, person, publicKey, profile, trust, boot, version, lastSeen);
    }
  }

  public List<Device> all(Tx tx) {
    return tx.list(
        "SELECT id, person, public_key, profile_counter, name, department, title, phone, status,"
            + " host, seal_key, trust, boot, version, last_seen, avatar FROM device",
        row -> {
          var id = DeviceId.of(row.getBytes(1));
          long seen = row.getLong(15);
          return new Device(
              id,
              DeviceId.of(row.getBytes(2)),
              row.getBytes(3),
              new Profile(
                  id,
                  row.getLong(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  row.getString(10),
                  Presence.OFFLINE,
                  row.getString(11),
                  hash(row.getBytes(16))),
              Trust.valueOf(row.getString(12)),
              row.getLong(13),
              row.getInt(14),
              seen == 0 ? null : Instant.ofEpochMilli(seen));
        });
  }

  public void save(Tx tx, Device device) {
    var profile = device.profile();
    tx.update(
        "INSERT INTO device (id, person, public_key, profile_counter, name, department, title,"
            + " phone, status, host, seal_key, trust, boot, version, last_seen, avatar)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET person = excluded.person,"
            + " public_key = excluded.public_key, profile_counter = excluded.profile_counter,"
            + " name = excluded.name, department = excluded.department, title = excluded.title,"
            + " phone = excluded.phone, status = excluded.status, host = excluded.host,"
            + " seal_key = excluded.seal_key, trust = excluded.trust, boot = excluded.boot,"
            + " version = excluded.version, last_seen = excluded.last_seen,"
            + " avatar = excluded.avatar",
        device.id(),
        device.person(),
        device.publicKey(),
        profile.counter(),
        profile.name(),
        profile.department(),
        profile.title(),
        profile.phone(),
        profile.status(),
        profile.host(),
        profile.sealKey(),
        device.trust(),
        device.boot(),
        device.version(),
        device.lastSeen() == null ? null : device.lastSeen().toEpochMilli(),
        profile.avatar() == null ? null : profile.avatar().bytes());
  }

  private static Hash hash(byte[] bytes) {
    return bytes == null ? null : Hash.of(bytes);
  }

  /** The signed register behind a profile, so that anyone can carry it. */
  public void saveRegister(Tx tx, DeviceId device, byte[] register, byte[] signature) {
    tx.update(
        "UPDATE device SET register = ?, register_signature = ? WHERE id = ?",
        register,
        signature,
        device);
  }

  /** Remembers where a device was reached; the oldest address makes room. */
  public void reached(Tx tx, DeviceId device, Endpoint at, Instant when) {
    tx.update(
        "INSERT INTO address (device, address, port, seen) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (device, address, port) DO UPDATE SET seen = excluded.seen",
        device,
        at.address().getHostAddress(),
        at.port(),
        when.toEpochMilli());
    tx.update(
        "DELETE FROM address WHERE device = ? AND (address, port) NOT IN"
            + " (SELECT address, port FROM address WHERE device = ? ORDER BY seen DESC LIMIT ?)",
        device,
        device,
        ADDRESSES);
  }

  /** Where a device was reached, newest first. */
  public List<Endpoint> addresses(Tx tx, DeviceId device) {
    return tx
        .list(
            "SELECT address, port FROM address WHERE device = ? ORDER BY seen DESC",
            row -> endpoint(row.getString(1), row.getInt(2)),
            device)
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  /** Null when the scope of a link-local address is gone. */
  private static Endpoint endpoint(String address, int port) {
    try {
      return new Endpoint(InetAddress.getByName(address), port);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
