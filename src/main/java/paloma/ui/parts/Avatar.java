package paloma.ui.parts;

import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Profile;

/**
 * A person (circle) or a group (square with round corners) of 24, 32, 36, 40, 72 or 96 pixels. The
 * name beside it says who it is: for a screen reader it is only decoration.
 */
public final class Avatar extends StackPane {
  /** The shape tells them apart. */
  public enum Kind {
    PERSON,
    GROUP
  }

  /** Pixels by which the presence badge sticks out. */
  private static final int BADGE_OUT = 4;

  private final int size;
  private final Kind kind;
  private final Region ground = new Region();
  private final Text letters = new Text();
  private final StackPane face = new StackPane();
  private PresenceBadge badge;

  public Avatar(String name, Kind kind, int size) {
    this.size = size;
    this.kind = kind;
    var look = AvatarLook.of(name, size);
    getStyleClass().addAll("avatar", "colour-" + look.colour());
    ground.getStyleClass().add("ground");
    ground.setStyle("-fx-background-radius: " + radius());
    face.getChildren().add(ground);
    if (kind == Kind.GROUP) {
      face.getChildren().add(Icon.filled("people", size >= 64 ? 32 : size >= 36 ? 20 : 16));
    } else {
      letters.setText(look.initials());
      letters.getStyleClass().add("initials");
      face.getChildren().add(letters);
    }
    face.getStyleClass().addAll("face", "colour-" + look.colour(), "avatar");
    getChildren().add(face);
    for (var region : new Region[] {this, face, ground}) {
      region.setMinSize(size, size);
      region.setPrefSize(size, size);
      region.setMaxSize(size, size);
    }
    setAlignment(Pos.BOTTOM_RIGHT);
    letterSize();
  }

  public static Avatar person(String name, int size) {
    return new Avatar(name, Kind.PERSON, size);
  }

  /** Somebody with their picture, when they have one. */
  public static Avatar of(Profile profile, int size) {
    var avatar = person(profile.name(), size);
    if (profile.avatar() != null) Portraits.dress(avatar, profile.avatar());
    return avatar;
  }

  /** Somebody with their picture, and how available they are. */
  public static Avatar of(Peer peer, int size) {
    var avatar = of(peer.profile(), size);
    avatar.setPresence(peer.presence());
    return avatar;
  }

  /** The conversation with oneself. */
  public static Avatar notes(int size) {
    var avatar = group("Paloma", size);
    var icon = Icon.of("document_text", size >= 36 ? 24 : 20);
    avatar.face.getChildren().set(1, icon);
    return avatar;
  }

  public static Avatar group(String name, int size) {
    return new Avatar(name, Kind.GROUP, size);
  }

  /** Shows a picture instead of letters; it is cropped to the middle. */
  public void setPicture(Image picture) {
    var view = new ImageView(picture);
    double side = Math.min(picture.getWidth(), picture.getHeight());
    view.setViewport(
        new Rectangle2D(
            (picture.getWidth() - side) / 2, (picture.getHeight() - side) / 2, side, side));
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setSmooth(true);
    var clip = new Rectangle(size, size);
    clip.setArcWidth(2 * radius());
    clip.setArcHeight(2 * radius());
    view.setClip(clip);
    face.getChildren().setAll(view);
  }

  /** Adds or changes the badge; somebody who is away from the network also fades. */
  public void setPresence(Presence presence) {
    if (badge == null) {
      badge = new PresenceBadge(size >= 64 ? 16 : size >= 36 ? 12 : 10);
      badge.setTranslateX(BADGE_OUT);
      badge.setTranslateY(BADGE_OUT);
      getChildren().add(badge);
    }
    badge.setPresence(presence);
    face.setOpacity(presence == Presence.OFFLINE ? 0.55 : 1);
  }

  private int radius() {
    return kind == Kind.PERSON ? size / 2 : size / 4;
  }

  private void letterSize() {
    int pixels = size >= 64 ? 24 : size >= 36 ? 14 : 12;
    letters.setStyle("-fx-font-size: " + pixels + "px; -fx-font-weight: bold;");
    letters.setFont(Font.font(null, FontWeight.BOLD, pixels));
  }
}
