package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Marker;
import paloma.model.Signing;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.store.MarkerStore;
import paloma.store.MarkerStore.Signed;

/**
 * How far each reader has come: ours are made and signed when sent, others' are kept. Thread-safe.
 */
public final class Markers {
  static final String CONTEXT = "paloma-marker-v1";

  private final Database database;
  private final MarkerStore markers;
  private final LogStore logs;
  private final Signing signing;

  public Markers(Database database, MarkerStore markers, LogStore logs, Signing signing) {
    this.database = database;
    this.markers = markers;
    this.logs = logs;
    this.signing = signing;
  }

  /** A marker ready to be sent; an empty signature is for the author's own link alone. */
  public record Proof(byte[] marker, byte[] signature) {}

  private static final byte[] UNSIGNED = new byte[0];

  /** How far a reader has risen. */
  public record Risen(Marker before, Marker after) {}

  /**
   * Our own marker in a log as it is now; empty when we have nothing of the log.
   *
   * @param signed a signature takes longer than a commit, so the first word goes without: the link
   *     proves who says it
   */
  public Optional<Proof> own(LogId log, boolean signed) {
    var us = signing.ourselves();
    return database
        .read(tx ->
            logs.extent(tx, log)
                .map(e -> new Marker(log, us, e.highest(), e.hash(), markers.told(tx, log, us))))
        .map(marker -> {
          byte[] bytes = MarkerCodec.encode(marker);
          return new Proof(bytes, signed ? signing.sign(CONTEXT, bytes) : UNSIGNED);
        });
  }

  private static long read(Optional<Signed> own) {
    return own.map(signed -> signed.marker().read()).orElse(0L);
  }

  /**
   * Keeps a marker that came from its reader over a link that proved the reader's key. Its
   * signature is kept for those it may be carried to, who check it. A marker about events that are
   * not here, or about another branch of the log, says nothing about ours.
   *
   * @param then told after the commit, if the marker says anything new
   */
  public void keep(DeviceId reader, byte[] bytes, byte[] signature, Consumer<Risen> then)
      throws MalformedException {
    var marker = MarkerCodec.decode(bytes);
    if (!marker.reader().equals(reader)) throw new MalformedException("marker of another reader");
    database.writeBehind(
        tx -> {
          var log = marker.log();
          boolean here =
              logs.events(tx, log, marker.delivered(), 1).stream()
                  .anyMatch(e -> e.seq() == marker.delivered() && e.hash().equals(marker.at()));
          if (!here) return Optional.<Risen>empty();
          var before =
              markers
                  .find(tx, log, reader)
                  .map(Signed::marker)
                  .orElse(new Marker(log, reader, 0, Hash.ZERO, 0));
          return markers.raise(tx, marker, bytes, signature.length == 0 ? null : signature)
              ? Optional.of(new Risen(before, marker))
              : Optional.<Risen>empty();
        },
        risen -> risen.ifPresent(then));
  }

  /** Keeps a marker that somebody else brought: its signature alone says whose it is. */
  public void carried(byte[] bytes, byte[] signature, Consumer<Risen> then)
      throws MalformedException {
    var reader = MarkerCodec.decode(bytes).reader();
    if (!signing.verify(reader, CONTEXT, bytes, signature)) {
      throw new MalformedException("signature of a marker");
    }
    keep(reader, bytes, signature, then);
  }

  /**
   * Everything of others in a conversation counts as read.
   *
   * @param tell whether their authors may learn of it, and of what was read untold before
   * @return the logs in which that is new
   */
  public List<LogId> read(ConversationId conversation, boolean tell) {
    var us = signing.ourselves();
    return database.write(tx -> {
      var risen = new ArrayList<LogId>();
      for (var extent : logs.extents(tx, conversation)) {
        if (extent.log().author().equals(us)) continue;
        var marker =
            new Marker(extent.log(), us, extent.highest(), extent.hash(), extent.highest());
        if (read(markers.find(tx, extent.log(), us)) < extent.highest()) {
          markers.raise(tx, marker, null, null);
          risen.add(extent.log());
        }
        if (tell) markers.tell(tx, extent.log(), us, extent.highest());
      }
      return risen;
    });
  }

  /**
   * Something was handed over to a reader.
   *
   * @param then run after the commit, if that is new
   */
  public void handedOver(LogId log, DeviceId reader, long sent, Runnable then) {
    database.writeBehind(
        tx -> markers.raiseSent(tx, log, reader, sent),
        rose -> {
          if (rose) then.run();
        });
  }

  /**
   * A reader has brought us back events of our own that we had lost: it holds them, although its
   * own word came when we did not know what it was about.
   */
  public void heldBy(DeviceId reader, LogId log, long seq) {
    var marker = new Marker(log, reader, seq, Hash.ZERO, 0);
    database.write(tx -> markers.raise(tx, marker, null, null));
  }

  /** How far a reader has acknowledged a log. */
  public long delivered(LogId log, DeviceId reader) {
    return database
        .read(tx -> markers.find(tx, log, reader))
        .map(signed -> signed.marker().delivered())
        .orElse(0L);
  }
}
