package paloma.store;

import java.util.ArrayList;
import java.util.List;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;

/** A list of texts in one column; paths and names may hold any character. */
final class Texts {
  private static final int MOST = 0xffff;

  private Texts() {}

  static byte[] encode(List<String> texts) {
    var out = new CanonicalWriter().i32(texts.size());
    texts.forEach(out::text);
    return out.bytes();
  }

  static List<String> decode(byte[] column) {
    try {
      var in = new CanonicalReader(column);
      var texts = new ArrayList<String>();
      for (int left = in.i32(); left > 0; left--) texts.add(in.text(MOST));
      return List.copyOf(texts);
    } catch (MalformedException e) {
      throw new IllegalStateException("damaged list of texts", e);
    }
  }
}
