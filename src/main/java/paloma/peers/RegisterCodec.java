package paloma.peers;

import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.Presence;
import paloma.model.Profile;

/** A profile ↔ the register its device signs. */
public final class RegisterCodec {
  /** The context of a register's signature. */
  public static final String CONTEXT = "paloma-profile-v1";

  private static final int VERSION = 1;
  private static final int SEAL_KEY = 64;

  private RegisterCodec() {}

  public static byte[] encode(Profile profile) {
    return new CanonicalWriter()
        .u8(VERSION)
        .hash(profile.device().hash())
        .i64(profile.counter())
        .text(profile.name())
        .text(profile.department())
        .text(profile.title())
        .text(profile.phone())
        .text(profile.status())
        .text(profile.host())
        .u8(profile.presence().ordinal())
        .text(profile.sealKey())
        .bytes();
  }

  public static Profile decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "profile version");
    var profile =
        new Profile(
            new DeviceId(in.hash()),
            in.i64(1, Long.MAX_VALUE),
            in.text(Profile.MAX_FIELD),
            in.text(Profile.MAX_FIELD),
            in.text(Profile.MAX_FIELD),
            in.text(Profile.MAX_FIELD),
            in.text(Profile.MAX_STATUS),
            in.text(Profile.MAX_FIELD),
            presence(in.u8()),
            in.text(SEAL_KEY));
    in.end();
    return profile;
  }

  private static Presence presence(int code) throws MalformedException {
    var all = Presence.values();
    CanonicalReader.check(code < all.length, "presence");
    return all[code];
  }
}
