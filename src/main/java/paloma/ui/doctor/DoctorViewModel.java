package paloma.ui.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import paloma.core.Messenger;
import paloma.doctor.Check;
import paloma.model.Endpoint;
import paloma.model.Problem;

/** What the doctor found, and the address somebody knows. JavaFX thread. */
public final class DoctorViewModel {
  /** Where Paloma listens unless another program was faster. */
  private static final int USUAL_PORT = 24250;

  /** What was found, and when. */
  public record Finding(List<Check> checks, Instant at) {
    /** The worst of all, which is named first: what blocks before what only may. */
    public Optional<Check> culprit() {
      return first(Check.Result.BLOCKED).or(() -> first(Check.Result.WARNING));
    }

    private Optional<Check> first(Check.Result result) {
      return checks.stream().filter(c -> c.result() == result).findFirst();
    }
  }

  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Supplier<Instant> now;
  private final ObjectProperty<Finding> finding = new SimpleObjectProperty<>();
  private final StringProperty address = new SimpleStringProperty("");

  public DoctorViewModel(Messenger messenger, Executor fx, Executor lane, Supplier<Instant> now) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
    this.now = now;
  }

  /** Null while the first examination goes on. */
  public ObjectProperty<Finding> finding() {
    return finding;
  }

  public StringProperty address() {
    return address;
  }

  public void examine() {
    lane.execute(() -> {
      var found = new Finding(messenger.doctor(Optional.empty()), now.get());
      fx.execute(() -> finding.set(found));
    });
  }

  /** Dials the address that was written. */
  public void connect() {
    var typed = address.get().strip();
    if (typed.isEmpty()) return;
    lane.execute(() -> {
      messenger.addAddress(parse(typed));
      fx.execute(() -> address.set(""));
    });
  }

  /** {@code host}, {@code host:port}, {@code [v6]:port} or a bare IPv6 address. */
  static Endpoint parse(String typed) {
    int colon = typed.lastIndexOf(':');
    boolean port = colon > 0 && (typed.indexOf(':') == colon || typed.charAt(colon - 1) == ']');
    var host = port ? typed.substring(0, colon) : typed;
    try {
      int number = port ? Integer.parseInt(typed.substring(colon + 1)) : USUAL_PORT;
      if (number < 1 || number > 0xFFFF) throw unknown(typed);
      return new Endpoint(InetAddress.getByName(host), number);
    } catch (UnknownHostException | NumberFormatException e) {
      throw unknown(typed);
    }
  }

  private static RuntimeException unknown(String typed) {
    return Problem.unknown("peer-host-unknown", typed).exception();
  }
}
