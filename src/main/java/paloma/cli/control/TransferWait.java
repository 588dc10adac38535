package paloma.cli.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.MessageId;
import paloma.model.Transfer;

/** Waits for the transfers of one offer, woken by the notices about them. */
final class TransferWait implements AutoCloseable {
  private final Messenger messenger;
  private final MessageId offer;
  private final Semaphore news = new Semaphore(0);
  private AutoCloseable listening;

  private TransferWait(Messenger messenger, MessageId offer) {
    this.messenger = messenger;
    this.offer = offer;
  }

  static TransferWait of(Messenger messenger, MessageId offer) {
    var wait = new TransferWait(messenger, offer);
    wait.listening = messenger.listen(wait::hear);
    return wait;
  }

  private void hear(Notice notice) {
    switch (notice) {
      case Notice.TransferProgress(var transfer) -> hear(transfer);
      case Notice.TransferFinished(var transfer) -> hear(transfer);
      case Notice.TransferFailed(var transfer) -> hear(transfer);
      case Notice.Stopping _ -> news.release();
      case Notice.Started _,
          Notice.PeerAppeared _,
          Notice.PeerChanged _,
          Notice.PeerLeft _,
          Notice.TrustChanged _,
          Notice.MessageReceived _,
          Notice.MessageChanged _,
          Notice.ConversationChanged _,
          Notice.GroupChanged _,
          Notice.OfferReceived _,
          Notice.UpdateChanged _,
          Notice.MessageDeleted _,
          Notice.Gesture _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  private void hear(Transfer transfer) {
    if (transfer.offer().equals(offer)) news.release();
  }

  /** The transfers when all have ended, or as they are when patience ran out. */
  List<Transfer> untilEnded(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var transfers = messenger.transfersOf(offer);
      if (transfers.stream().allMatch(transfer -> transfer.state().ended())) return transfers;
      long left = deadline - System.nanoTime();
      if (left <= 0 || !news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        return messenger.transfersOf(offer);
      }
      news.drainPermits();
    }
  }

  @Override
  public void close() {
    NoticeQueue.stop(listening);
  }
}
