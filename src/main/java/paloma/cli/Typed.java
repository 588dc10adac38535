package paloma.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import paloma.cli.control.Lines;
import paloma.model.Problem;

/** A text as it was typed; {@code -} is the whole of stdin. */
final class Typed {
  private Typed() {}

  static String text(String typed) throws IOException {
    var said = typed.equals("-") ? fromStdin() : typed;
    if (said.getBytes(StandardCharsets.UTF_8).length > Lines.MOST_TEXT) throw tooLong();
    return said;
  }

  /** As UTF-8, without a last line end. */
  private static String fromStdin() throws IOException {
    var bytes = System.in.readNBytes(Lines.MOST_TEXT + 1);
    if (bytes.length > Lines.MOST_TEXT) throw tooLong();
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.failed("text-not-utf8").exception();
    }
  }

  private static RuntimeException tooLong() {
    return Problem.failed("text-too-long", String.valueOf(Lines.MOST_TEXT)).exception();
  }
}
