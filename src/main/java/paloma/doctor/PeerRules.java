package paloma.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import paloma.doctor.Check.Result;
import paloma.doctor.Contact.Attempt;
import paloma.doctor.Contact.Outcome;

/** What the diary says about one device, and about all together. Pure. */
final class PeerRules {
  private final Duration lately;
  private final Duration watched;

  /**
   * @param lately what is younger counts as now
   * @param watched how long the diary is kept
   */
  PeerRules(Duration lately, Duration watched) {
    this.lately = lately;
    this.watched = watched;
  }

  /**
   * About one device.
   *
   * @param linked whether a link stands now
   */
  List<Check> one(String name, Contact contact, boolean linked) {
    var checks = new ArrayList<Check>();
    var ways = contact.waysWithin(lately);
    checks.add(Check.of("hear", name, hear(ways, linked), String.join(", ", ways)));
    checks.add(Check.of("heard", name, heard(contact)));
    checks.add(Check.of("tcp-in", name, inbound(contact, linked)));
    for (var attempt : contact.attempts()) {
      checks.add(Check.of("tcp-out", attempt.at().toString(), outcome(attempt.outcome())));
    }
    if (contact.attempts().isEmpty()) checks.add(Check.of("tcp-out", name, Result.UNKNOWN));
    checks.add(Check.of("version", name, version(contact, linked)));
    return checks;
  }

  private Result hear(List<String> ways, boolean linked) {
    if (!ways.isEmpty()) return Result.OK;
    return linked && watched.compareTo(lately) > 0 ? Result.BLOCKED : Result.UNKNOWN;
  }

  private static Result heard(Contact contact) {
    return contact.dialledUs().isPresent() ? Result.OK : Result.UNKNOWN;
  }

  /** About its inbound: whether it can be dialled. */
  private Result inbound(Contact contact, boolean linked) {
    if (contact.tried(Outcome.REACHED)) return Result.OK;
    boolean there = linked || !contact.waysWithin(lately).isEmpty();
    return there && contact.tried(Outcome.SILENT) ? Result.BLOCKED : Result.UNKNOWN;
  }

  private static Result outcome(Outcome outcome) {
    return switch (outcome) {
      case REACHED -> Result.OK;
      case SILENT, VERSION -> Result.BLOCKED;
      case ANOTHER -> Result.WARNING;
    };
  }

  private static Result version(Contact contact, boolean linked) {
    if (linked || contact.met().isPresent()) return Result.OK;
    return contact.tried(Outcome.VERSION) ? Result.BLOCKED : Result.UNKNOWN;
  }

  /**
   * About all together.
   *
   * @param here for people: this computer
   */
  List<Check> all(String here, List<Contact> contacts) {
    var ways = new TreeSet<String>();
    int heard = 0;
    int hearUs = 0;
    for (var contact : contacts) {
      var its = contact.waysWithin(lately);
      ways.addAll(its);
      if (!its.isEmpty()) heard++;
      if (contact.dialledUs().isPresent()) hearUs++;
    }
    return List.of(
        Check.of(
            "hear",
            heard == 0 ? here : Integer.toString(heard),
            heard == 0 ? Result.UNKNOWN : Result.OK,
            String.join(", ", ways)),
        Check.of(
            "heard",
            hearUs == 0 ? here : Integer.toString(hearUs),
            hearUs == 0 ? Result.UNKNOWN : Result.OK),
        Check.of("tcp-in", here, hearUs == 0 ? Result.UNKNOWN : Result.OK),
        Check.of("tcp-out", here, outbound(contacts)));
  }

  /** Addresses of people who left fail all the time: only those who are heard count against us. */
  private Result outbound(List<Contact> contacts) {
    var tried = contacts.stream().filter(c -> !c.attempts().isEmpty()).toList();
    if (tried.stream().anyMatch(c -> c.tried(Outcome.REACHED))) {
      return tried.stream().anyMatch(this::failsNow) ? Result.WARNING : Result.OK;
    }
    return tried.stream().anyMatch(this::failsNow) ? Result.BLOCKED : Result.UNKNOWN;
  }

  private boolean failsNow(Contact contact) {
    return !contact.waysWithin(lately).isEmpty()
        && contact.met().isEmpty()
        && contact.attempts().stream().map(Attempt::outcome).allMatch(o -> o == Outcome.SILENT);
  }
}
