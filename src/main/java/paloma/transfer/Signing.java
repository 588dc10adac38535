package paloma.transfer;

import paloma.model.DeviceId;

/** Our key and the keys of others, for what transfers sign and check. Thread-safe. */
public interface Signing {
  byte[] sign(String context, byte[] bytes);

  /** False also when the device's key is not known. */
  boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature);

  DeviceId ourselves();
}
