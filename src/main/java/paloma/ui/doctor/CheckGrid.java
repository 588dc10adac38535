package paloma.ui.doctor;

import java.util.List;
import java.util.Optional;
import paloma.doctor.Check;

/** Checks as a table: a line for each kind, a column for each interface. Pure. */
record CheckGrid(List<Check> all) {
  /**
   * A line of the table.
   *
   * @param variant what tells lines of one kind apart, such as IPv4 and IPv6; empty for a single
   *     one
   */
  record Line(String check, String variant) {}

  /** The interfaces, in the order in which they were looked at. */
  List<String> subjects() {
    return all.stream()
        .filter(c -> c.check().equals("interface"))
        .map(Check::subject)
        .distinct()
        .toList();
  }

  /** The lines, in the order of their checks. */
  List<Line> lines() {
    return all.stream().map(this::line).distinct().toList();
  }

  /** What was found on one interface. */
  Optional<Check> at(Line line, String subject) {
    return all.stream()
        .filter(c -> line(c).equals(line) && c.subject().equals(subject))
        .findFirst();
  }

  /** What was found of a kind that is not about one interface. */
  List<Check> whole(Line line) {
    var subjects = subjects();
    return all.stream()
        .filter(c -> line(c).equals(line) && !subjects.contains(c.subject()))
        .toList();
  }

  /** Only what is looked at several times on one interface has variants. */
  private Line line(Check check) {
    boolean several = subjects().stream().anyMatch(s -> times(check.check(), s) > 1);
    return new Line(
        check.check(), several && !check.details().isEmpty() ? check.details().getFirst() : "");
  }

  private long times(String check, String subject) {
    return all.stream().filter(c -> c.check().equals(check) && c.subject().equals(subject)).count();
  }
}
