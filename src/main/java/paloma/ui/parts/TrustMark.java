package paloma.ui.parts;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import paloma.model.Peer;
import paloma.model.Trust;

/** A small shield beside a name, only where there is something to say. */
public final class TrustMark extends HBox {
  private TrustMark(String style, Icon icon, String words, boolean spoken) {
    getStyleClass().addAll("trust-mark", style);
    getChildren().add(icon);
    if (spoken) {
      getChildren().add(new Label(words));
    } else {
      setAccessibleText(words);
    }
  }

  /** The mark of a person; nothing for somebody only known. */
  public static Optional<TrustMark> of(Peer peer, boolean spoken, Phrases words) {
    return peer.wire().equals("secure")
        ? of(peer.trust(), spoken, words)
        : Optional.of(
            new TrustMark(
                "open",
                Icon.filled("lock_open", 16).with("warn"),
                words.say("mark.trust.open"),
                spoken));
  }

  public static Optional<TrustMark> of(Trust trust, boolean spoken, Phrases words) {
    return switch (trust) {
      case NEW, KNOWN, BLOCKED -> Optional.empty();
      case VERIFIED -> mark("verified", "shield_checkmark", "ok", spoken, words);
      case VOUCHED -> mark("vouched", "shield_keyhole", "accent", spoken, words);
      case CHANGED -> mark("changed", "shield_error", "danger", spoken, words);
    };
  }

  private static Optional<TrustMark> mark(
      String style, String icon, String colour, boolean spoken, Phrases words) {
    var picture = Icon.filled(icon, 16).with(colour);
    return Optional.of(new TrustMark(style, picture, words.say("mark.trust." + style), spoken));
  }
}
