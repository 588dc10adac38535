package paloma.sync;

import paloma.frames.Frame;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MailVerdict;

/** Mail for absent people on one link: frames in, frames out. Thread-safe, never blocks. */
public final class MailSlot {
  private final SyncLink sync;
  private final MailPost post;

  MailSlot(SyncLink sync, MailPost post) {
    this.sync = sync;
    this.post = post;
  }

  /** Leaves an envelope with the peer, or hands it over. */
  public void leave(Envelope envelope) {
    sync.lane().post(new Frame.Deposit(envelope));
  }

  /** Tells what became of an envelope here. */
  public void answer(Hash envelope, MailVerdict verdict) {
    sync.lane().post(new Frame.DepositAnswer(envelope, verdict));
  }

  /** Asks for what lies at the peer for us. */
  public void ask() {
    sync.lane().post(new Frame.MailFor(post.keys()));
  }

  void take(Frame.Mail frame) {
    switch (frame) {
      case Frame.MailFor asked -> post.asked(sync, asked.registers());
      case Frame.Deposit deposit -> post.came(sync, deposit.envelope());
      case Frame.DepositAnswer answer -> post.answered(sync, answer.envelope(), answer.verdict());
    }
  }

  void end() {
    post.ended(sync);
  }
}
