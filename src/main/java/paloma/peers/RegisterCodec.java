package paloma.peers;

import java.util.Arrays;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Presence;
import paloma.model.Profile;

/** A profile ↔ the register its device signs. */
public final class RegisterCodec {
  /** The context of a register's signature. */
  public static final String CONTEXT = "paloma-profile-v1";

  /** Says no more than what the first program knew; everybody reads it. */
  private static final int PLAIN = 1;

  /** Ends with an extension: the hash of the picture, and what later versions put behind it. */
  private static final int EXTENDED = 2;

  private static final int EXTENSION = 512;
  private static final int SEAL_KEY = 64;

  private RegisterCodec() {}

  public static byte[] encode(Profile profile) {
    var out =
        new CanonicalWriter()
            .u8(profile.avatar() == null ? PLAIN : EXTENDED)
            .hash(profile.device().hash())
            .i64(profile.counter())
            .text(profile.name())
            .text(profile.department())
            .text(profile.title())
            .text(profile.phone())
            .text(profile.status())
            .text(profile.host())
            .u8(profile.presence().ordinal())
            .text(profile.sealKey());
    if (profile.avatar() != null) out.block(profile.avatar().bytes());
    return out.bytes();
  }

  public static Profile decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    int version = in.u8();
    CanonicalReader.check(version == PLAIN || version == EXTENDED, "profile version");
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
    var avatar = version == EXTENDED ? avatar(in.block(EXTENSION)) : null;
    in.end();
    return profile.withAvatar(avatar);
  }

  private static Hash avatar(byte[] extension) throws MalformedException {
    CanonicalReader.check(extension.length >= Hash.BYTES, "profile extension");
    return Hash.of(Arrays.copyOf(extension, Hash.BYTES));
  }

  private static Presence presence(int code) throws MalformedException {
    var all = Presence.values();
    CanonicalReader.check(code < all.length, "presence");
    return all[code];
  }
}
