package paloma.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Where somebody announces: to everybody, or to a department.
 *
 * @param department the department in its normal form; empty for everybody
 * @param name the department as its author writes it
 */
public record Board(ConversationId id, DeviceId author, String department, String name) {
  public static Board of(DeviceId author, String name) {
    var department = normal(name);
    return new Board(ConversationId.ofBoard(author, department), author, department, name.strip());
  }

  /** A department however it is written: width, case and spaces make no other one. */
  public static String normal(String department) {
    return Normalizer.normalize(department, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  public boolean forEverybody() {
    return department.isEmpty();
  }

  /** Whether what stands here is for somebody of this department, or by them. */
  public boolean concerns(DeviceId who, String theirDepartment) {
    return forEverybody() || author.equals(who) || department.equals(normal(theirDepartment));
  }
}
