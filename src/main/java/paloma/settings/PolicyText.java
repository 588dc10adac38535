package paloma.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import paloma.model.Problem;
import paloma.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of a policy file: {@code "key": value} or {@code "key": {"value": …, "why": "…"}}, an
 * object {@code defaults} and a text {@code contact}. Whatever is wrong is said with its line and
 * column. Pure; for one thread and one text.
 */
final class PolicyText {
  /** A policy has a few lines; what is larger is something else. */
  static final int MOST_BYTES = 64 << 10;

  /** Keys of a newer Paloma may be nested; ours are not. */
  private static final int DEEPEST = 8;

  private static final String DEFAULTS = "defaults";
  private static final String CONTACT = "contact";
  private static final String VALUE = "value";
  private static final String WHY = "why";

  /** Windows editors write it in front of UTF-8. */
  private static final char MARK = '\uFEFF';

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final String file;
  private final PolicyDraft draft = new PolicyDraft();
  private JsonParser in;

  private PolicyText(String file) {
    this.file = file;
  }

  /**
   * What the bytes of a file say.
   *
   * @param file as it is named in problems
   */
  static PolicyReading read(String file, byte[] bytes) {
    try {
      if (bytes.length > MOST_BYTES) {
        throw Problem.failed("policy-too-large", file, String.valueOf(MOST_BYTES)).exception();
      }
      return new PolicyText(file).read(text(file, bytes));
    } catch (ProblemException e) {
      return PolicyReading.refused(e.problem());
    }
  }

  private static String text(String file, byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      // The decoder stops before the first byte that is no UTF-8.
      var good = new String(Arrays.copyOf(bytes, buffer.position()), StandardCharsets.UTF_8);
      long line = 1 + good.chars().filter(c -> c == '\n').count();
      int column = good.length() - good.lastIndexOf('\n');
      throw Problem.failed("policy-encoding", file + ":" + line + ":" + column).exception();
    }
  }

  private PolicyReading read(String text) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      in = parser;
      return whole();
    }
  }

  private PolicyReading whole() {
    try {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        boolean nothing = in.currentToken() == null;
        throw damaged(nothing ? in.currentLocation() : in.currentTokenLocation());
      }
      var seen = new HashSet<String>();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) entry(key(seen, ""));
      if (in.nextToken() != null) throw damaged(in.currentTokenLocation());
      return draft.finished();
    } catch (JacksonException e) {
      // Asked before the parser is closed, which leads it to the end.
      var at = e.getLocation();
      throw damaged(at == null ? in.currentLocation() : at);
    }
  }

  /** The key at the parser; a key that stands there twice would make one of them a lie. */
  private String key(Set<String> seen, String prefix) {
    var key = in.currentName();
    if (!seen.add(key)) {
      throw Problem.failed("policy-twice", here(), prefix + key).exception();
    }
    return key;
  }

  private void entry(String key) {
    var place = here();
    switch (key) {
      case CONTACT -> {
        in.nextToken();
        draft.contact(here(), value(CONTACT));
      }
      case DEFAULTS -> defaults();
      default -> {
        boolean ours = draft.names(place, key, key);
        in.nextToken();
        if (!ours) {
          in.skipChildren();
        } else if (in.currentToken() == JsonToken.START_OBJECT) {
          explained(key);
        } else {
          draft.lock(here(), key, value(key), "");
        }
      }
    }
  }

  private void defaults() {
    if (in.nextToken() != JsonToken.START_OBJECT) throw misshapen(DEFAULTS);
    var seen = new HashSet<String>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = key(seen, DEFAULTS + ".");
      boolean ours = draft.names(here(), key, DEFAULTS + "." + key);
      in.nextToken();
      if (ours) {
        draft.fallback(here(), key, value(DEFAULTS + "." + key));
      } else {
        in.skipChildren();
      }
    }
  }

  /** A value with its reason. */
  private void explained(String key) {
    var whole = here();
    var place = "";
    Object value = null;
    var why = "";
    var seen = new HashSet<String>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var part = key(seen, key + ".");
      var named = here();
      in.nextToken();
      switch (part) {
        case VALUE -> {
          place = here();
          value = value(key);
        }
        case WHY -> why = draft.text(here(), key + "." + WHY, value(key));
        default -> {
          draft.unknown(named, key + "." + part);
          in.skipChildren();
        }
      }
    }
    if (place.isEmpty()) throw Problem.failed("policy-form", whole, key).exception();
    draft.lock(place, key, value, why);
  }

  /** The plain value at the parser, or a list of such; null for {@code null}. */
  private Object value(String key) {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getString();
      case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
      case VALUE_NULL -> null;
      case START_ARRAY -> list(key);
      case null, default -> throw misshapen(key);
    };
  }

  private List<Object> list(String key) {
    var items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.START_ARRAY) throw misshapen(key);
      items.add(value(key));
    }
    return items;
  }

  private RuntimeException misshapen(String key) {
    return Problem.failed("policy-form", here(), key).exception();
  }

  private String here() {
    return at(in.currentTokenLocation());
  }

  private String at(TokenStreamLocation where) {
    return file + ":" + where.getLineNr() + ":" + where.getColumnNr();
  }

  private RuntimeException damaged(TokenStreamLocation where) {
    return Problem.failed("policy-damaged", at(where)).exception();
  }
}
