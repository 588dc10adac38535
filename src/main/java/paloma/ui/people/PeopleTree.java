package paloma.ui.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import paloma.model.NameMatch;
import paloma.model.Peer;
import paloma.model.Pinyin;

/**
 * Colleagues in the order in which they are shown: own department first, then by reading, nobody's
 * department last; inside it who is there first. Pure.
 */
public final class PeopleTree {
  /** A line of the tree. */
  public sealed interface Line {}

  /**
   * A department; its people follow when it is open.
   *
   * @param name empty for people who gave none
   */
  public record Department(String name, int present, int total, boolean open) implements Line {}

  public record Person(Peer peer) implements Line {}

  /** Which people are wanted. */
  public enum Filter {
    ALL,
    PRESENT,
    /** Heard on a wire that does not protect what is said. */
    LEGACY
  }

  private final NameMatch match;
  private final Pinyin pinyin;
  private final Map<String, String> keys = new HashMap<>();

  public PeopleTree(Pinyin pinyin) {
    this.pinyin = pinyin;
    match = new NameMatch(pinyin);
  }

  /** Lines for a query; while somebody searches, every department with a hit is open. */
  public List<Line> lines(
      Collection<Peer> people,
      String ownDepartment,
      String query,
      Filter filter,
      Set<String> shut) {
    Comparator<String> order =
        Comparator.comparing((String d) -> !d.equals(ownDepartment) || d.isEmpty())
            .thenComparing(String::isEmpty)
            .thenComparing(this::key);
    var departments = new TreeMap<String, List<Peer>>(order);
    for (var peer : people) {
      if (wanted(peer, filter) && meant(peer, query)) {
        var name = peer.profile().department().strip();
        departments.computeIfAbsent(name, _ -> new ArrayList<>()).add(peer);
      }
    }
    var lines = new ArrayList<Line>();
    departments.forEach((name, members) -> {
      boolean open = !query.isBlank() || !shut.contains(name);
      int present = (int) members.stream().filter(Peer::present).count();
      lines.add(new Department(name, present, members.size(), open));
      if (!open) return;
      members.sort(
          Comparator.comparing((Peer p) -> !p.present())
              .thenComparing(p -> key(p.name()))
              .thenComparing(Peer::id));
      members.forEach(p -> lines.add(new Person(p)));
    });
    return lines;
  }

  /** Whether a query means this person: by name, reading, host, address, department or title. */
  public boolean meant(Peer peer, String query) {
    return match.means(peer, query);
  }

  public static boolean wanted(Peer peer, Filter filter) {
    return switch (filter) {
      case ALL -> true;
      case PRESENT -> peer.present();
      case LEGACY -> !peer.wire().equals("secure");
    };
  }

  private String key(String name) {
    return keys.computeIfAbsent(name, pinyin::sortKey);
  }
}
