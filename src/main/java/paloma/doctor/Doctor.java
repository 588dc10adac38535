package paloma.doctor;

import java.util.ArrayList;
import java.util.List;
import paloma.doctor.Check.Result;
import paloma.model.DeviceId;

/** Looks at what the wire found out, and says what works and what blocks. Asks nobody anything. */
public final class Doctor {
  private final WatchedWire wire;
  private final String version;

  /**
   * @param version of this program
   */
  public Doctor(WatchedWire wire, String version) {
    this.wire = wire;
    this.version = version;
  }

  /**
   * About this computer and its network.
   *
   * @param here what people call this computer
   */
  public List<Check> here(String here) {
    var facts = wire.facts();
    var diary = wire.diary();
    var checks = new ArrayList<>(new NetworkRules(facts).checks());
    checks.addAll(rules().all(here, diary.contacts()));
    checks.add(port());
    var clone = diary.problem("identity-clone");
    checks.add(Check.of("clone", clone.orElse(here), clone.isEmpty() ? Result.OK : Result.BLOCKED));
    checks.add(Check.of("version", version, Result.OK));
    return checks;
  }

  private Check port() {
    int port = wire.port();
    boolean later = wire.diary().problem("port-taken").isPresent();
    var result = port == 0 ? Result.UNKNOWN : later ? Result.WARNING : Result.OK;
    return Check.of("port", Integer.toString(port), result);
  }

  /**
   * About another device.
   *
   * @param name what people call it
   * @param linked whether a link with it stands now
   */
  public List<Check> about(DeviceId device, String name, boolean linked) {
    return rules().one(name, wire.diary().contact(device), linked);
  }

  private PeerRules rules() {
    return new PeerRules(NetworkRules.lately(wire.facts().period()), wire.diary().since());
  }
}
