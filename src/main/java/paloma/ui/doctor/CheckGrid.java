package paloma.ui.doctor;

import java.util.List;
import java.util.Optional;
import paloma.doctor.Check;

/** Checks as a table: a line for each kind, a column for each interface. Pure. */
record CheckGrid(List<Check> all) {
  /** The interfaces, in the order in which they were looked at. */
  List<String> subjects() {
    return all.stream()
        .filter(c -> c.check().equals("interface"))
        .map(Check::subject)
        .distinct()
        .toList();
  }

  /** The kinds of checks, in their order. */
  List<String> checks() {
    return all.stream().map(Check::check).distinct().toList();
  }

  Optional<Check> at(String check, String subject) {
    return all.stream()
        .filter(c -> c.check().equals(check) && c.subject().equals(subject))
        .findFirst();
  }

  /** What was found of a kind that is not about one interface. */
  Optional<Check> whole(String check) {
    var subjects = subjects();
    return all.stream()
        .filter(c -> c.check().equals(check) && !subjects.contains(c.subject()))
        .findFirst();
  }
}
