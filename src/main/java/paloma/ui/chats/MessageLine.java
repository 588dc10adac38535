package paloma.ui.chats;

import java.util.function.Function;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.ui.wording.Wording;

/** A message in one line, for lists and notifications. */
public final class MessageLine {
  private final Wording wording;
  private final GroupWords groups;

  /**
   * @param names what somebody is called
   */
  public MessageLine(Wording wording, Function<DeviceId, String> names) {
    this.wording = wording;
    groups = new GroupWords(wording, names);
  }

  public String of(Message message) {
    if (message.facts().recalled()) return wording.say("window.line.recalled");
    return switch (message.body()) {
      case GroupBody group -> groups.of(message, group);
      case Body.Text text -> line(text.text());
      case BoardBody.Announced said -> line(said.title() + " " + said.text());
      case Body.Offer offer -> offer(offer);
      case AutoBody.AutoReply reply ->
          wording.say("window.line.auto", reply.text().strip().replaceAll("\\s+", " "));
      case SealedBody.Sealed _ -> wording.say("window.line.sealed");
      case Body.OfferState _, SealedBody.Opened _, VerbBody _, BoardBody _ -> "";
      case Body.Unknown _ -> wording.say("window.line.unknown");
    };
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private String offer(Body.Offer offer) {
    var summary = offer.summary();
    var name = summary.names().isEmpty() ? "" : summary.names().getFirst();
    if (summary.folder()) {
      return wording.joined(
          wording.say("window.line.folder", name), wording.count("window.files", summary.files()));
    }
    return summary.files() == 1
        ? wording.say("window.line.file", name)
        : wording.say("window.line.files", name, wording.grouped(summary.files()));
  }
}
