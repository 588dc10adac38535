package paloma.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the pixels of a photo lie as the sensor saw them. Read from the first Exif
 * block; whatever is strange there means upright. Pure.
 */
enum Orientation {
  UPRIGHT,
  TURNED_LEFT,
  UPSIDE_DOWN,
  TURNED_RIGHT;

  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;

  /** "Exif" and two zero bytes. */
  private static final int EXIF_HEAD = 6;

  static Orientation of(byte[] jpeg) {
    try {
      return find(ByteBuffer.wrap(jpeg));
    } catch (RuntimeException e) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer in) {
    int at = 2;
    while (at + 4 < in.limit() && (in.get(at) & 0xff) == 0xff) {
      int marker = in.get(at + 1) & 0xff;
      int length = in.getShort(at + 2) & 0xffff;
      if (marker == START_OF_SCAN) return UPRIGHT;
      if (marker == APP1 && in.getInt(at + 4) == 0x45786966) {
        return exif(in.slice(at + 4 + EXIF_HEAD, length - 2 - EXIF_HEAD));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static Orientation exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == TAG) return code(tiff.getShort(entry + 8));
    }
    return UPRIGHT;
  }

  /** Mirrored ones come from no camera. */
  private static Orientation code(int code) {
    return switch (code) {
      case 3 -> UPSIDE_DOWN;
      case 6 -> TURNED_LEFT;
      case 8 -> TURNED_RIGHT;
      default -> UPRIGHT;
    };
  }
}
