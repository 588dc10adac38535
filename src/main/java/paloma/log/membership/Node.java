package paloma.log.membership;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.GroupBody.Cut;

/** An event with what follows from its place among the others. */
final class Node {
  /** A linear order in which everything comes after its causal past. */
  static final Comparator<Node> BY_PLACE =
      Comparator.comparingLong((Node n) -> n.order)
          .thenComparing(n -> n.fact.author())
          .thenComparingLong(n -> n.fact.log().epoch())
          .thenComparingLong(n -> n.fact.seq());

  final Fact fact;

  /** Which bit of a past stands for this one; −1 for what changes no membership. */
  final int bit;

  /** The membership events in its causal past; shared with neighbours, never changed. */
  BitSet past = new BitSet();

  /** At least what the header claims: above everything in its past, whatever an author writes. */
  long order;

  /** Whether its author had the right to it. */
  boolean valid;

  /** Whether a reader sees it. */
  boolean visible;

  Node(Fact fact, int bit) {
    this.fact = fact;
    this.bit = bit;
  }

  /** Whom it takes out of the group; null when nobody. */
  DeviceId takes() {
    return switch (fact.body()) {
      case GroupBody.Removed removed -> removed.member();
      case GroupBody.Left _ -> fact.author();
      case null, default -> null;
    };
  }

  boolean sawNot(Node other) {
    return !past.get(other.bit);
  }

  /** Whether this removal makes another event void: said by the removed, unseen, behind the cut. */
  boolean voids(Node other) {
    return fact.body() instanceof GroupBody.Removed removed
        && removed.member().equals(other.fact.author())
        && other.sawNot(this)
        && (other.bit < 0 || sawNot(other))
        && behind(removed.cuts(), other.fact);
  }

  private static boolean behind(List<Cut> cuts, Fact fact) {
    return cuts.stream().noneMatch(c -> c.epoch() == fact.log().epoch() && fact.seq() <= c.seq());
  }
}
