package paloma.transfer;

import paloma.model.Transfer;

/**
 * Tells who is meant: of files that stand for themselves one listener hears, of all else another.
 */
final class Hearing implements TransferListener {
  private final TransferListener offers;
  private volatile TransferListener standing;

  Hearing(TransferListener offers) {
    this.offers = offers;
  }

  void standing(TransferListener listener) {
    standing = listener;
  }

  private TransferListener of(Transfer transfer) {
    return Standing.is(transfer) ? standing : offers;
  }

  @Override
  public void progressed(Transfer transfer) {
    var listener = of(transfer);
    if (listener != null) listener.progressed(transfer);
  }

  @Override
  public void finished(Transfer transfer) {
    var listener = of(transfer);
    if (listener != null) listener.finished(transfer);
  }

  @Override
  public void failed(Transfer transfer) {
    var listener = of(transfer);
    if (listener != null) listener.failed(transfer);
  }
}
