package paloma.ui.shell;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Function;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Presence;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.ui.chats.ChatsViewModel;
import paloma.ui.settings.SettingsViewModel;
import paloma.ui.wording.Wording;

/**
 * Tells a person outside the window what they do not see, unless they want peace. JavaFX thread.
 */
public final class Telling {
  private final Settings settings;
  private final SettingsViewModel preferences;
  private final ChatsViewModel chats;
  private final DeviceId us;
  private Wording wording;
  private Alert.Rule alerts;
  private Consumer<Alert> teller = _ -> {};

  Telling(Settings settings, SettingsViewModel preferences, ChatsViewModel chats, DeviceId us) {
    this.settings = settings;
    this.preferences = preferences;
    this.chats = chats;
    this.us = us;
  }

  /** Speaks another language from now on. */
  void wording(Wording another, Function<DeviceId, String> called) {
    wording = another;
    alerts = new Alert.Rule(another, called, chats::group, us);
  }

  /** How a person is told. */
  public void by(Consumer<Alert> another) {
    teller = another;
  }

  /**
   * @param looking whether somebody looks at the window
   * @param seen the conversation that they see there; null for none
   */
  void hear(Notice notice, boolean looking, ConversationId seen) {
    if (!settings.get(Setting.NOTIFICATIONS) || leftAlone()) return;
    alerts
        .of(notice, settings.get(Setting.NOTIFICATIONS_TEXT), seen)
        .filter(alert -> !looking && !quiet(notice, alert))
        .ifPresent(alert -> teller.accept(alert));
  }

  /** Neither notifications nor sounds now, whoever calls: unlike in a muted conversation. */
  public boolean leftAlone() {
    var mine = preferences.profile().get();
    var time = LocalTime.ofInstant(wording.now(), ZoneId.systemDefault());
    return Quiet.now(
        mine == null ? Presence.ONLINE : mine.presence(), settings.get(Setting.QUIET_HOURS), time);
  }

  /** A muted conversation is silent unless somebody calls us by name. */
  private boolean quiet(Notice notice, Alert alert) {
    boolean called =
        notice instanceof Notice.MessageReceived(var message)
            && message.facts().mentions().include(us);
    return alert.conversation() != null && chats.muted(alert.conversation()) && !called;
  }
}
