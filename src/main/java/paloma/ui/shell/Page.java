package paloma.ui.shell;

import java.util.Locale;

/** The pages of the rail, in their order. */
public enum Page {
  CHATS("chat"),
  PEOPLE("people"),
  FILES("arrow_sort"),
  ANNOUNCEMENTS("megaphone"),
  SETTINGS("settings");

  private final String icon;

  Page(String icon) {
    this.icon = icon;
  }

  String icon() {
    return icon;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page of a remembered word; the chats when there is none of that name. */
  static Page of(String word) {
    for (var page : values()) {
      if (page.word().equals(word)) return page;
    }
    return CHATS;
  }
}
