package paloma.ui.update;

import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.Installing;
import paloma.model.Release;
import paloma.model.Update;

/** The update that is there, and what a person decides about it. JavaFX thread. */
public final class UpdateViewModel {
  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final ReadOnlyObjectWrapper<Update> update = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Installing.Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Release> putOff = new SimpleObjectProperty<>();
  private final BooleanBinding wanted =
      Bindings.createBooleanBinding(
          () -> update.get() != null && !update.get().release().equals(putOff.get()),
          update,
          putOff);

  public UpdateViewModel(Messenger messenger, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
  }

  public void load() {
    lane.execute(() -> {
      var now = messenger.updates().shown().orElse(null);
      fx.execute(() -> show(now));
    });
  }

  public void hear(Notice notice) {
    if (notice instanceof Notice.UpdateChanged(var now, var _)) show(now.orElse(null));
  }

  private void show(Update now) {
    var before = update.get();
    if (now == null || before == null || !now.release().equals(before.release())) {
      outcome.set(null);
    }
    update.set(now);
  }

  /** What is there; null when nothing is. */
  public ReadOnlyObjectProperty<Update> update() {
    return update.getReadOnlyProperty();
  }

  /** What became of installing it; null when nobody tried. */
  public ReadOnlyObjectProperty<Installing.Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether it is to be shown where somebody looks anyway. */
  public BooleanBinding wanted() {
    return wanted;
  }

  /** Not now: it stays among the settings, and comes back with the next start. */
  public void later() {
    putOff.set(update.get().release());
  }

  public void get() {
    lane.execute(() -> messenger.updates().get());
  }

  public void cancel() {
    lane.execute(messenger.updates()::cancel);
  }

  public void install() {
    lane.execute(() -> {
      var became = messenger.updates().install();
      fx.execute(() -> outcome.set(became));
    });
  }

  public void dismiss() {
    lane.execute(messenger.updates()::dismiss);
  }
}
