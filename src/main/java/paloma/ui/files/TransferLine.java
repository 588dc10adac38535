package paloma.ui.files;

import java.time.Duration;
import paloma.model.Transfer;
import paloma.ui.wording.Wording;

/** What happens to a transfer now, in one line. Pure. */
public final class TransferLine {
  private final Wording wording;

  public TransferLine(Wording wording) {
    this.wording = wording;
  }

  /** The name of what is sent: one file or folder, or the first and how many more. */
  public String title(Transfer transfer) {
    if (transfer.names().isEmpty()) return wording.say("window.files.unnamed");
    var first = transfer.names().getFirst();
    int more = transfer.names().size() - 1;
    return more == 0 ? first : wording.say("window.files.more", first, wording.grouped(more));
  }

  /** "Grace → you". */
  public String way(Transfer transfer, String peer) {
    return switch (transfer.direction()) {
      case IN -> wording.say("window.files.in", peer);
      case OUT -> wording.say("window.files.out", peer);
    };
  }

  public String state(Transfer transfer, String peer) {
    boolean in = transfer.direction() == Transfer.Direction.IN;
    return switch (transfer.state()) {
      case OFFERED ->
          in
              ? wording.joined(size(transfer), wording.say("window.files.asks"))
              : wording.joined(size(transfer), wording.say("window.files.asked", peer));
      case WAITING ->
          transfer.problem() == null
              ? wording.say("window.files.waiting.for", peer)
              : wording.problem(transfer.problem()).says();
      case RUNNING ->
          transfer.rate() == 0
              ? part(transfer)
              : wording.joined(part(transfer), wording.rate(transfer.rate()), left(transfer));
      case PAUSED -> wording.joined(wording.say("window.files.paused"), part(transfer));
      case FAILED ->
          transfer.problem() == null
              ? wording.say("window.files.failed")
              : wording.problem(transfer.problem()).line();
      case FINISHED ->
          wording.joined(
              size(transfer),
              in ? wording.say("window.files.saved") : wording.say("window.files.saved-by", peer));
      case DECLINED ->
          wording.joined(
              size(transfer),
              in
                  ? wording.say("window.files.declined")
                  : wording.say("window.files.declined-by", peer));
      case CANCELLED -> wording.joined(size(transfer), wording.say("window.files.cancelled"));
    };
  }

  /** 0 to 1; below 0 where no bar belongs. */
  public static double progress(Transfer transfer) {
    double part = transfer.bytes() == 0 ? 0 : (double) transfer.done() / transfer.bytes();
    return switch (transfer.state()) {
      case RUNNING, PAUSED -> part;
      case FAILED -> transfer.done() > 0 ? part : -1;
      case WAITING -> transfer.done() > 0 ? part : -1;
      case OFFERED, FINISHED, DECLINED, CANCELLED -> -1;
    };
  }

  private String size(Transfer transfer) {
    var bytes = wording.bytes(transfer.bytes());
    return transfer.files() == 1 && !transfer.folder()
        ? bytes
        : wording.joined(wording.count("window.files", transfer.files()), bytes);
  }

  private String part(Transfer transfer) {
    return wording.part(transfer.done(), transfer.bytes());
  }

  private String left(Transfer transfer) {
    long seconds = (transfer.bytes() - transfer.done()) / transfer.rate();
    return wording.left(Duration.ofSeconds(seconds));
  }
}
