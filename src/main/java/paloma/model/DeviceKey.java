package paloma.model;

import java.util.Arrays;
import java.util.Optional;

/** An Ed25519 public key as its 32 bytes: who has it needs nobody to tell whose it is. */
public record DeviceKey(Hash raw) {
  /** What stands before the 32 bytes in an SPKI of Ed25519 (RFC 8410). */
  private static final byte[] PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  /** The key in an SPKI; empty when it is of another kind. */
  public static Optional<DeviceKey> of(byte[] spki) {
    if (spki.length != PREFIX.length + Hash.BYTES) return Optional.empty();
    if (!Arrays.equals(spki, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) return Optional.empty();
    return Optional.of(
        new DeviceKey(Hash.of(Arrays.copyOfRange(spki, PREFIX.length, spki.length))));
  }

  public byte[] spki() {
    var spki = Arrays.copyOf(PREFIX, PREFIX.length + Hash.BYTES);
    System.arraycopy(raw.bytes(), 0, spki, PREFIX.length, Hash.BYTES);
    return spki;
  }

  public DeviceId id() {
    return DeviceId.ofKey(spki());
  }
}
