package paloma.log;

import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.MessageId;

/** What stands behind version and id in the bodies that programs say. */
final class AutoBodies {
  private AutoBodies() {}

  static void encode(CanonicalWriter out, AutoBody body) {
    switch (body) {
      case AutoBody.AutoReply reply -> out.block(CanonicalWriter.utf8(reply.text()));
    }
  }

  static int kind(AutoBody body) {
    return switch (body) {
      case AutoBody.AutoReply _ -> AutoBody.AUTO_REPLY;
    };
  }

  static AutoBody decode(CanonicalReader in, MessageId id) throws MalformedException {
    return new AutoBody.AutoReply(id, CanonicalReader.utf8(in.block(Body.MAX_TEXT)));
  }

  static String words(AutoBody body) {
    return switch (body) {
      case AutoBody.AutoReply reply -> reply.text();
    };
  }
}
