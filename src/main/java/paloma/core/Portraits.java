package paloma.core;

import java.util.Optional;
import paloma.files.Portrait;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.store.BlobStore;
import paloma.store.Database;
import paloma.store.OwnStore;
import paloma.sync.Blobs;
import paloma.work.Time;

/**
 * Pictures of people: ours is given to whoever asks for it, others' are asked of themselves, looked
 * at, and kept. Thread-safe.
 */
final class Portraits implements Blobs {
  private static final String OWN = "avatar";

  private final Database database;
  private final BlobStore blobs = new BlobStore();
  private final OwnStore own;
  private final PeerBook peers;
  private final OwnProfile profile;
  private final Notices notices;
  private final Time time;

  Portraits(
      Database database,
      OwnStore own,
      PeerBook peers,
      OwnProfile profile,
      Notices notices,
      Time time) {
    this.database = database;
    this.own = own;
    this.peers = peers;
    this.profile = profile;
    this.notices = notices;
    this.time = time;
  }

  /** Keeps our picture; the name under which it goes. */
  Hash own(byte[] picture) {
    database.write(tx -> {
      own.set(tx, OWN, picture);
      return null;
    });
    return Hash.sha256(picture);
  }

  private Optional<byte[]> own(Hash hash) {
    return hash.equals(profile.profile().avatar())
        ? database.read(tx -> own.value(tx, OWN)).filter(b -> Hash.sha256(b).equals(hash))
        : Optional.empty();
  }

  Optional<byte[]> bytes(Hash hash) {
    return own(hash).or(() -> database.read(tx -> blobs.bytes(tx, hash)));
  }

  @Override
  public Optional<Hash> wanted(DeviceId peer) {
    return peers
        .peer(peer)
        .filter(p -> p.trust() != Trust.BLOCKED)
        .map(p -> p.profile().avatar())
        .filter(hash -> bytes(hash).isEmpty());
  }

  @Override
  public Optional<byte[]> blob(DeviceId peer, Hash hash) {
    return peers.trustOf(peer) == Trust.BLOCKED ? Optional.empty() : own(hash);
  }

  @Override
  public void came(DeviceId peer, Hash hash, byte[] bytes) {
    // What can't be shown is not kept: the face stays letters, and the link is not asked again.
    if (Portrait.open(bytes).isEmpty()) return;
    database.write(tx -> {
      blobs.keep(tx, hash, bytes, time.now());
      return null;
    });
    peers.peer(peer).ifPresent(p -> notices.post(new Notice.PeerChanged(p)));
  }
}
