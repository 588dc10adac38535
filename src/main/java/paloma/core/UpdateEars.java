package paloma.core;

import paloma.model.Transfer;
import paloma.transfer.TransferListener;

/** Hears of transfers of updates, and hands it on in their own order: transfers never wait. */
record UpdateEars(Updates updates, Arrivals queue) implements TransferListener {
  @Override
  public void progressed(Transfer transfer) {
    queue.add(() -> updates.moved(transfer));
  }

  @Override
  public void finished(Transfer transfer) {
    queue.add(() -> updates.finished(transfer));
  }

  @Override
  public void failed(Transfer transfer) {
    queue.add(() -> updates.failed(transfer));
  }
}
