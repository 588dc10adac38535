import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Makes windows/paloma.ico and macos/paloma.icns out of assets/icons. Run it from the project's folder when the mark
 * changed, and commit what it wrote: {@code java installer/Icons.java}.
 */
final class Icons {
  private static final Path ICONS = Path.of("assets/icons");

  /** What Explorer, the task bar and the installer ask for at 100 to 250 percent. */
  private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};

  /** On macOS the body of an icon fills 824 of 1,024 pixels; the rest is air. */
  private static final double BODY = 824.0 / 1024;

  private static final double MARK = 64;

  public static void main(String[] args) throws IOException {
    Files.write(Path.of("installer/windows/paloma.ico"), ico());
    Files.write(Path.of("installer/macos/paloma.icns"), icns());
  }

  /** Small pictures as bitmaps, because some dialogs of Windows read nothing else; 256 as PNG. */
  private static byte[] ico() throws IOException {
    var pictures = new ArrayList<byte[]>();
    for (int size : WINDOWS) {
      var file = ICONS.resolve("paloma-" + size + ".png");
      pictures.add(size < 256 ? bitmap(ImageIO.read(file.toFile())) : Files.readAllBytes(file));
    }
    int at = 6 + 16 * WINDOWS.length;
    var head = ByteBuffer.allocate(at).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
    for (int i = 0; i < WINDOWS.length; i++) {
      byte side = (byte) WINDOWS[i]; // 256 is written as 0.
      head.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      head.putInt(pictures.get(i).length).putInt(at);
      at += pictures.get(i).length;
    }
    var all = new ByteArrayOutputStream();
    all.write(head.array());
    for (var picture : pictures) all.write(picture);
    return all.toByteArray();
  }

  /** A bitmap of 32 bits, bottom row first, and the mask of one bit that old programs want. */
  private static byte[] bitmap(BufferedImage image) {
    int side = image.getWidth();
    int maskRow = (side + 31) / 32 * 4;
    var out = ByteBuffer.allocate(40 + side * side * 4 + side * maskRow).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(40).putInt(side).putInt(2 * side).putShort((short) 1).putShort((short) 32);
    out.putInt(0).putInt(side * side * 4 + side * maskRow).putLong(0).putLong(0);
    for (int y = side - 1; y >= 0; y--) {
      for (int x = 0; x < side; x++) out.putInt(image.getRGB(x, y));
    }
    for (int y = side - 1; y >= 0; y--) {
      var row = new byte[maskRow];
      for (int x = 0; x < side; x++) {
        if (image.getRGB(x, y) >>> 24 == 0) row[x / 8] |= (byte) (0x80 >> x % 8);
      }
      out.put(row);
    }
    return out.array();
  }

  private static byte[] icns() throws IOException {
    // The names by which macOS knows a picture of 128 to 512 points, once and at double density.
    var types = new LinkedHashMap<String, Integer>();
    types.put("ic11", 32);
    types.put("ic12", 64);
    types.put("ic07", 128);
    types.put("ic13", 256);
    types.put("ic08", 256);
    types.put("ic14", 512);
    types.put("ic09", 512);
    types.put("ic10", 1024);
    var body = new ByteArrayOutputStream();
    for (var type : types.entrySet()) {
      var png = new ByteArrayOutputStream();
      ImageIO.write(drawn(type.getValue()), "png", png);
      body.write(chunk(type.getKey(), png.toByteArray()));
    }
    return chunk("icns", body.toByteArray());
  }

  private static byte[] chunk(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + content.length)
        .put(content)
        .array();
  }

  private static BufferedImage drawn(int side) throws IOException {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    var canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double air = side * (1 - BODY) / 2;
    canvas.translate(air, air);
    canvas.scale(side * BODY / MARK, side * BODY / MARK);
    draw(Files.readString(ICONS.resolve("paloma-mark.svg")), canvas);
    canvas.dispose();
    return image;
  }

  private static void draw(String svg, Graphics2D canvas) {
    var elements = Pattern.compile("<(rect|path|circle) ([^>]*)/>").matcher(svg);
    while (elements.find()) {
      var attributes = elements.group(2);
      canvas.setColor(Color.decode(attribute(attributes, "fill")));
      canvas.fill(
          switch (elements.group(1)) {
            case "rect" -> {
              double corner = 2 * Double.parseDouble(attribute(attributes, "rx"));
              yield new RoundRectangle2D.Double(0, 0, MARK, MARK, corner, corner);
            }
            case "circle" -> {
              double r = Double.parseDouble(attribute(attributes, "r"));
              double x = Double.parseDouble(attribute(attributes, "cx"));
              double y = Double.parseDouble(attribute(attributes, "cy"));
              yield new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            }
            default -> outline(attribute(attributes, "d"));
          });
    }
  }

  private static String attribute(String attributes, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    if (!found.find()) throw new IllegalArgumentException("no " + name + " in " + attributes);
    return found.group(1);
  }

  /** The part of SVG's path language that the mark is written in. */
  private static Shape outline(String path) {
    var shape = new Path2D.Double();
    Matcher parts = Pattern.compile("([A-Za-z])([^A-Za-z]*)").matcher(path);
    while (parts.find()) {
      var n = numbers(parts.group(2));
      var at = shape.getCurrentPoint();
      switch (parts.group(1)) {
        case "M" -> {
          shape.moveTo(n.get(0), n.get(1));
          for (int i = 2; i < n.size(); i += 2) shape.lineTo(n.get(i), n.get(i + 1));
        }
        case "L" -> {
          for (int i = 0; i < n.size(); i += 2) shape.lineTo(n.get(i), n.get(i + 1));
        }
        case "C", "c" -> {
          boolean relative = parts.group(1).equals("c");
          for (int i = 0; i < n.size(); i += 6) {
            double x = relative ? at.getX() : 0;
            double y = relative ? at.getY() : 0;
            shape.curveTo(
                x + n.get(i), y + n.get(i + 1), x + n.get(i + 2), y + n.get(i + 3), x + n.get(i + 4), y + n.get(i + 5));
            at = shape.getCurrentPoint();
          }
        }
        case "Z" -> shape.closePath();
        default -> throw new IllegalArgumentException("a path with " + parts.group(1));
      }
    }
    return shape;
  }

  private static List<Double> numbers(String text) {
    var found = new ArrayList<Double>();
    var numbers = Pattern.compile("-?\\d*\\.?\\d+").matcher(text);
    while (numbers.find()) found.add(Double.valueOf(numbers.group()));
    return found;
  }
}
