package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;

/** What follows the version and the id in the bodies of verbs. Pure. */
final class VerbBodies {
  private VerbBodies() {}

  static int kind(VerbBody body) {
    return switch (body) {
      case VerbBody.RichText _ -> VerbBody.RICH_TEXT;
      case VerbBody.Edit _ -> VerbBody.EDIT;
      case VerbBody.Recall _ -> VerbBody.RECALL;
      case VerbBody.Reaction _ -> VerbBody.REACTION;
      case VerbBody.Pin _ -> VerbBody.PIN;
      case VerbBody.Reminder _ -> VerbBody.REMINDER;
    };
  }

  static void encode(CanonicalWriter out, VerbBody body) {
    switch (body) {
      case VerbBody.RichText rich -> {
        out.block(CanonicalWriter.utf8(rich.text())).u8(rich.reply() == null ? 0 : 1);
        if (rich.reply() != null) out.raw(rich.reply().bytes());
        mentions(out, rich.mentions());
        out.text(rich.forwardedFrom());
      }
      case VerbBody.Edit edit -> {
        out.raw(edit.target().bytes()).block(CanonicalWriter.utf8(edit.text()));
        mentions(out, edit.mentions());
      }
      case VerbBody.Recall recall -> out.raw(recall.target().bytes());
      case VerbBody.Reaction given ->
          out.raw(given.target().bytes()).u8(given.on() ? 1 : 0).text(given.emoji());
      case VerbBody.Pin pin -> out.raw(pin.target().bytes()).u8(pin.on() ? 1 : 0);
      case VerbBody.Reminder reminder -> out.raw(reminder.target().bytes());
    }
  }

  /** Empty for a kind that is no verb of this version. */
  static Optional<VerbBody> decode(int kind, CanonicalReader in, MessageId id)
      throws MalformedException {
    return switch (kind) {
      case VerbBody.RICH_TEXT -> Optional.of(richText(in, id));
      case VerbBody.EDIT -> Optional.of(new VerbBody.Edit(id, id(in), text(in), mentions(in)));
      case VerbBody.RECALL -> Optional.of(new VerbBody.Recall(id, id(in)));
      case VerbBody.REACTION -> {
        var target = id(in);
        boolean on = flag(in);
        yield Optional.of(new VerbBody.Reaction(id, target, emoji(in), on));
      }
      case VerbBody.PIN -> Optional.of(new VerbBody.Pin(id, id(in), flag(in)));
      case VerbBody.REMINDER -> Optional.of(new VerbBody.Reminder(id, id(in)));
      default -> Optional.empty();
    };
  }

  private static VerbBody.RichText richText(CanonicalReader in, MessageId id)
      throws MalformedException {
    var text = text(in);
    var reply = flag(in) ? id(in) : null;
    var mentions = mentions(in);
    return new VerbBody.RichText(id, text, reply, mentions, in.text(VerbBody.MAX_NAME));
  }

  private static void mentions(CanonicalWriter out, Mentions mentions) {
    out.u8(mentions.all() ? 1 : 0).u8(mentions.who().size());
    mentions.who().forEach(who -> out.raw(who.bytes()));
  }

  private static Mentions mentions(CanonicalReader in) throws MalformedException {
    boolean all = flag(in);
    int count = in.u8();
    CanonicalReader.check(count <= VerbBody.MOST_MENTIONS, "too many mentions");
    var who = new ArrayList<DeviceId>(count);
    for (int i = 0; i < count; i++) who.add(DeviceId.of(in.raw(Hash.BYTES)));
    return new Mentions(List.copyOf(who), all);
  }

  private static MessageId id(CanonicalReader in) throws MalformedException {
    return MessageId.of(in.raw(MessageId.BYTES));
  }

  private static boolean flag(CanonicalReader in) throws MalformedException {
    int flag = in.u8();
    CanonicalReader.check(flag <= 1, "not a boolean");
    return flag == 1;
  }

  private static String text(CanonicalReader in) throws MalformedException {
    return CanonicalReader.utf8(in.block(Body.MAX_TEXT));
  }

  private static String emoji(CanonicalReader in) throws MalformedException {
    var emoji = in.text(VerbBody.MAX_EMOJI);
    CanonicalReader.check(VerbBody.Reaction.allows(emoji), "not an emoji");
    return emoji;
  }
}
