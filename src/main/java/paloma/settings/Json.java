package paloma.settings;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** JSON objects as maps, for the settings file and the command line. Thread-safe. */
public final class Json {
  private static final JSON JR = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  private Json() {}

  /** One line, without a line end. */
  public static String line(Map<String, ?> object) {
    return JR.asString(object);
  }

  /** Several lines, for files that people open. */
  public static String pretty(Map<String, ?> object) {
    return JR.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object) + "\n";
  }

  /** The object that stands in a text, in the order of its keys. */
  public static Map<String, Object> object(String text) throws NotAnObject {
    try {
      var object = JR.mapFrom(text);
      if (object == null) throw new NotAnObject("nothing there", null);
      return object;
    } catch (JacksonException e) {
      throw new NotAnObject(e.getOriginalMessage(), e);
    }
  }

  /** A text that is no JSON object. */
  public static final class NotAnObject extends Exception {
    private static final long serialVersionUID = 1;

    NotAnObject(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
