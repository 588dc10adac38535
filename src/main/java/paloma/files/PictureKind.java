package paloma.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Image files that are read here, told by their first bytes and never by their names. */
enum PictureKind {
  PNG("png", "\u0089PNG\r\n\u001a\n"),
  JPEG("jpeg", "\u00ff\u00d8\u00ff"),
  GIF("gif", "GIF8");

  private final String format;
  private final byte[] magic;

  PictureKind(String format, String magic) {
    this.format = format;
    this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The name by which the JDK knows it. */
  String format() {
    return format;
  }

  static Optional<PictureKind> of(byte[] bytes) {
    for (var kind : values()) if (kind.begins(bytes)) return Optional.of(kind);
    return Optional.empty();
  }

  private boolean begins(byte[] bytes) {
    if (bytes.length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) if (bytes[i] != magic[i]) return false;
    return true;
  }
}
