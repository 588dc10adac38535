package paloma.model;

/** Signatures made with our key and checked with others': a port, so that rooms need no key. */
public interface Signing {
  DeviceId ourselves();

  /** Signs under a context string, so that no signature can serve in another place. */
  byte[] sign(String context, byte[] bytes);

  /** Whether this device signed these bytes; false also when its key is not known. */
  boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature);
}
