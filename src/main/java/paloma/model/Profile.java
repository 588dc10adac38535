package paloma.model;

/**
 * What a device says of itself: a signed register, the highest counter wins, carried by anyone.
 *
 * @param counter rises with every change
 * @param sealKey rotating X25519 public key (32 bytes, hex) for mail sealed to somebody absent
 * @param avatar the hash of the picture; null for none
 */
public record Profile(
    DeviceId device,
    long counter,
    String name,
    String department,
    String title,
    String phone,
    String status,
    String host,
    Presence presence,
    String sealKey,
    Hash avatar) {

  /** The longest a field may be, in bytes of UTF-8: an announcement stays below 512 bytes. */
  public static final int MAX_FIELD = 64;

  public static final int MAX_STATUS = 128;

  /** One without a picture. */
  public Profile(
      DeviceId device,
      long counter,
      String name,
      String department,
      String title,
      String phone,
      String status,
      String host,
      Presence presence,
      String sealKey) {
    this(device, counter, name, department, title, phone, status, host, presence, sealKey, null);
  }

  public Profile withSealKey(String sealKey) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withName(String name) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withDepartment(String department) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withTitle(String title) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withPhone(String phone) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withStatus(String status) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withHost(String host) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withPresence(Presence presence) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }

  public Profile withAvatar(Hash avatar) {
    return new Profile(
        device, counter, name, department, title, phone, status, host, presence, sealKey, avatar);
  }
}
