package paloma.transfer;

import paloma.model.Transfer;

/** Hears of transfers, in order, on a thread of its own; must not block for long. */
public interface TransferListener {
  /** State, bytes or speed changed: at most four times a second for each while it runs. */
  void progressed(Transfer transfer);

  void finished(Transfer transfer);

  void failed(Transfer transfer);
}
