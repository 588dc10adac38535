package paloma.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Problem;
import paloma.model.Release;
import paloma.model.Trust;
import paloma.model.Update;
import paloma.transfer.Standing.Guest;
import paloma.update.Dismissed;
import paloma.update.Holders;
import paloma.update.Holders.Offered;
import paloma.update.InstallerShelf;
import paloma.update.UpdateRules;
import paloma.update.Updating;

/**
 * Which update the person is shown, of what lies here and of what others have; whom to ask for it,
 * and who may ask us. Decides, changes nothing. Thread-safe.
 */
final class UpdateLook {
  /** What came was not what was signed: the one trouble that is somebody's fault. */
  static final String TAMPERED = "update-tampered";

  private final Updating updating;
  private final UpdateRules rules;
  private final InstallerShelf shelf;
  private final Holders holders;
  private final Dismissed dismissed;
  private final Function<DeviceId, Trust> trust;

  /** Why the last try for a release came to nothing. */
  final Map<Hash, Problem> troubles = new ConcurrentHashMap<>();

  /** Who gave us what lies here, in this run. */
  final Map<Hash, DeviceId> givers = new ConcurrentHashMap<>();

  /** A release and how it is shown. */
  record Found(Offered offered, Update update) {}

  UpdateLook(
      Updating updating,
      UpdateRules rules,
      InstallerShelf shelf,
      Holders holders,
      Dismissed dismissed,
      Function<DeviceId, Trust> trust) {
    this.updating = updating;
    this.rules = rules;
    this.shelf = shelf;
    this.holders = holders;
    this.dismissed = dismissed;
    this.trust = trust;
  }

  /** Whether this build takes updates and nobody has switched them off. */
  boolean on() {
    return !updating.keys().isEmpty() && updating.policy().get().on();
  }

  /** Whether the person here may be shown this. */
  boolean wants(Release release) {
    return on() && rules.shows(release, updating.policy().get());
  }

  /** The update to show while none is on its way. */
  Optional<Found> best() {
    if (!on()) return Optional.empty();
    var here = shelf.entries().stream().map(e -> new Offered(e.signed(), e.release()));
    var can = new ArrayList<>(here.filter(this::open).toList());
    var told = holders.all().stream().filter(this::open).toList();
    told.stream().filter(o -> !askable(o.id()).isEmpty()).forEach(can::add);
    var best = Comparator.comparing(Offered::release, rules.order());
    // What nobody can give is shown only when there is nothing else: it says why.
    return can.stream().max(best).or(() -> told.stream().max(best)).map(this::found);
  }

  private boolean open(Offered offered) {
    return wants(offered.release()) && !dismissed.has(offered.id());
  }

  private Found found(Offered offered) {
    var id = offered.id();
    var release = offered.release();
    var askable = askable(id);
    var from = givers.getOrDefault(id, askable.isEmpty() ? null : askable.getFirst());
    var problem = troubles.get(id);
    boolean tampered = problem != null && problem.code().equals(TAMPERED);
    if (shelf.find(id).isPresent()) {
      return new Found(offered, update(release, from, Update.State.READY, release.size(), null));
    }
    boolean refused = askable.isEmpty() && tampered;
    var state = refused ? Update.State.REFUSED : Update.State.AVAILABLE;
    return new Found(offered, update(release, refused ? null : from, state, 0, problem));
  }

  /** A release as it is shown in this state. */
  Update update(Release release, DeviceId from, Update.State state, long done, Problem problem) {
    boolean installable = release.target().form().equals(updating.here().form());
    return new Update(release, from, state, done, installable, problem);
  }

  /** Whom to ask for a release, contacts first. */
  List<DeviceId> askable(Hash id) {
    return holders.of(id).stream()
        .filter(peer -> guest(peer) != Guest.REFUSED)
        .sorted(Comparator.comparing(this::guest, Comparator.reverseOrder()))
        .toList();
  }

  /** What a peer is to us who asks for an installer. */
  Guest guest(DeviceId peer) {
    if (!on()) return Guest.REFUSED;
    return switch (trust.apply(peer)) {
      case BLOCKED -> Guest.REFUSED;
      case NEW, CHANGED -> Guest.STRANGER;
      case KNOWN, VERIFIED, VOUCHED -> Guest.CONTACT;
    };
  }
}
