package paloma.wire.secure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of the protocol as they must stay: hexadecimal, white space free, {@code #} comments. */
final class Golden {
  private Golden() {}

  static byte[] bytes(String name) throws IOException {
    try (var in = Golden.class.getResourceAsStream("/paloma/wire/" + name + ".hex")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return HexFormat.of().parseHex(text.replaceAll("#[^\n]*", "").replaceAll("\\s", ""));
    }
  }
}
