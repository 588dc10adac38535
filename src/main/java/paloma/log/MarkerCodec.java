package paloma.log;

import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Marker;

/** A marker ↔ the bytes its reader signs. */
public final class MarkerCodec {
  private static final int VERSION = 1;

  private MarkerCodec() {}

  public static byte[] encode(Marker marker) {
    return new CanonicalWriter()
        .u8(VERSION)
        .hash(marker.log().conversation().hash())
        .hash(marker.log().author().hash())
        .i64(marker.log().epoch())
        .hash(marker.reader().hash())
        .i64(marker.delivered())
        .hash(marker.at())
        .i64(marker.read())
        .bytes();
  }

  public static Marker decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "marker version");
    var log =
        new LogId(
            new ConversationId(in.hash()), new DeviceId(in.hash()), in.i64(1, Long.MAX_VALUE));
    var marker =
        new Marker(
            log,
            new DeviceId(in.hash()),
            in.i64(0, Long.MAX_VALUE),
            in.hash(),
            in.i64(0, Long.MAX_VALUE));
    in.end();
    CanonicalReader.check(marker.read() <= marker.delivered(), "read beyond delivered");
    return marker;
  }
}
