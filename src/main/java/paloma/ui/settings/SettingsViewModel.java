package paloma.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  /** What somebody can choose to look like. */
  public static final List<Presence> PRESENCES =
      List.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY, Presence.DND, Presence.INVISIBLE);

  /** Words said of oneself before that are offered again. */
  private static final int STATUSES = 6;

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
  private final PasswordModel password;
  private final ObjectProperty<Presence> shown = new SimpleObjectProperty<>(Presence.ONLINE);

  public SettingsViewModel(Messenger messenger, Settings settings, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.settings = settings;
    this.fx = fx;
    this.lane = lane;
    password = new PasswordModel(messenger::sealed, fx, lane);
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

  /** How available we look: away also while nobody touches the computer. */
  public ObjectProperty<Presence> shown() {
    return shown;
  }

  PasswordModel password() {
    return password;
  }

  public void load() {
    lane.execute(() -> {
      var me = messenger.me();
      fx.execute(() -> {
        shown.set(me.presence());
        show(me.profile());
      });
    });
  }

  /** Something of us has changed, perhaps elsewhere; what is being written stays. */
  public void again() {
    if (profile.get() != null && filledIn(profile.get()).equals(profile.get())) {
      load();
    } else {
      lane.execute(() -> {
        var now = messenger.appearance().shown();
        fx.execute(() -> shown.set(now));
      });
    }
  }

  /** Forgets what was written and not said. */
  public void forget() {
    if (profile.get() != null) show(profile.get());
  }

  /** Makes our picture of an image file. */
  public void wear(Path file) {
    lane.execute(() -> dressed(messenger.appearance().wear(file)));
  }

  /** Goes without a picture. */
  public void bare() {
    lane.execute(() -> dressed(messenger.appearance().bare()));
  }

  /** What is written in other fields stays. */
  private void dressed(Profile now) {
    fx.execute(() -> profile.set(now));
  }

  private void remember(String said) {
    if (said.isBlank() || settings.locked(Setting.STATUSES)) return;
    var known = new ArrayList<>(settings.get(Setting.STATUSES));
    known.remove(said);
    known.addFirst(said);
    settings.set(Setting.STATUSES, List.copyOf(known.subList(0, Math.min(known.size(), STATUSES))));
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
      if (!wanted.status().equals(said.status())) remember(wanted.status());
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

  /** What somebody says often: their own texts, else these, with bars between them. */
  public List<String> quickReplies(String usual) {
    var own = value(Setting.QUICK_REPLIES).get();
    return own.isEmpty() ? List.of(usual.split("\\|")) : own;
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
