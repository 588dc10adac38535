package paloma.ui.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import paloma.core.Messenger;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.settings.Setting;
import paloma.settings.Settings;

/** What a person says of themself and how Paloma behaves here. JavaFX thread. */
public final class SettingsViewModel {
  private final Messenger messenger;
  private final Settings settings;
  private final Executor fx;
  private final Executor lane;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty department = new SimpleStringProperty("");
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty phone = new SimpleStringProperty("");
  private final StringProperty status = new SimpleStringProperty("");
  private final ObjectProperty<Presence> presence = new SimpleObjectProperty<>(Presence.ONLINE);
  private final Map<Setting<?>, ObjectProperty<?>> values = new HashMap<>();
  private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>();

  public SettingsViewModel(Messenger messenger, Settings settings, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.settings = settings;
    this.fx = fx;
    this.lane = lane;
    settings.listen(changed -> fx.execute(() -> refresh(changed)));
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty department() {
    return department;
  }

  public StringProperty title() {
    return title;
  }

  public StringProperty phone() {
    return phone;
  }

  public StringProperty status() {
    return status;
  }

  public ObjectProperty<Presence> presence() {
    return presence;
  }

  /** What was last said of us; null before it is known. */
  public ObjectProperty<Profile> profile() {
    return profile;
  }

  public void load() {
    lane.execute(() -> {
      var mine = messenger.me().profile();
      fx.execute(() -> show(mine));
    });
  }

  public void show(Profile mine) {
    profile.set(mine);
    name.set(mine.name());
    department.set(mine.department());
    title.set(mine.title());
    phone.set(mine.phone());
    status.set(mine.status());
    presence.set(mine.presence());
  }

  /** Says to everybody what was written, if it is something new. A name can't be empty. */
  public void saveProfile() {
    var said = profile.get();
    if (said == null) return;
    var wanted = filledIn(said);
    if (wanted.equals(said)) return;
    profile.set(wanted);
    name.set(wanted.name());
    lane.execute(() -> {
      var now = messenger.changeProfile(p -> takeOver(p, wanted));
      fx.execute(() -> show(now));
    });
  }

  private Profile filledIn(Profile said) {
    return said.withName(name.get().isBlank() ? said.name() : name.get().strip())
        .withDepartment(department.get().strip())
        .withTitle(title.get().strip())
        .withPhone(phone.get().strip())
        .withStatus(status.get().strip())
        .withPresence(presence.get());
  }

  private static Profile takeOver(Profile current, Profile wanted) {
    return current
        .withName(wanted.name())
        .withDepartment(wanted.department())
        .withTitle(wanted.title())
        .withPhone(wanted.phone())
        .withStatus(wanted.status())
        .withPresence(wanted.presence());
  }

  /** A setting that can be bound; what is set here is written at once. */
  @SuppressWarnings("unchecked")
  public <T> ObjectProperty<T> value(Setting<T> setting) {
    return (ObjectProperty<T>)
        values.computeIfAbsent(
            setting,
            _ -> {
              var property = new SimpleObjectProperty<>(settings.get(setting));
              property.addListener((_, _, now) -> write(setting, now));
              return property;
            });
  }

  /** Something that blocks, in the order of what is asked of the core. */
  void later(Runnable look) {
    lane.execute(look);
  }

  public boolean locked(Setting<?> setting) {
    return settings.locked(setting);
  }

  /** The office's reason, when it gave one. */
  public Optional<String> why(Setting<?> setting) {
    return settings.why(setting);
  }

  /** Whom to ask about what the office decided. */
  public Optional<String> contact() {
    return settings.contact();
  }

  private <T> void write(Setting<T> setting, T value) {
    if (settings.locked(setting)) {
      value(setting).set(settings.get(setting));
    } else if (!settings.get(setting).equals(value)) {
      lane.execute(() -> settings.set(setting, value));
    }
  }

  private <T> void refresh(Setting<T> changed) {
    if (values.containsKey(changed)) value(changed).set(settings.get(changed));
  }
}
