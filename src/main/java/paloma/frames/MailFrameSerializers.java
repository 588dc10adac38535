package paloma.frames;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import paloma.model.Envelope;
import paloma.model.MailVerdict;
import paloma.model.SignedProfile;

/**
 * The layout of the frames about mail for absent people, as {@code src/docs/protocol.md} has it.
 */
final class MailFrameSerializers {
  private static final int REGISTER = 2 * 1024;
  private static final int SIGNATURE = 64;

  private MailFrameSerializers() {}

  static void register(Kryo kryo) {
    FrameSerializers.add(
        kryo,
        FrameType.DEPOSIT,
        (Output out, Frame.Deposit f) -> {
          out.writeLong(f.envelope().day());
          out.writeBytes(f.envelope().tag().bytes());
          FrameSerializers.block(out, f.envelope().sealed());
        },
        in ->
            new Frame.Deposit(
                new Envelope(in.readLong(), in.hash(), in.block(Envelope.MOST_BYTES))));
    FrameSerializers.add(
        kryo,
        FrameType.DEPOSIT_ANSWER,
        (Output out, Frame.DepositAnswer f) -> {
          out.writeBytes(f.envelope().bytes());
          out.writeByte(f.verdict().ordinal());
        },
        in -> new Frame.DepositAnswer(in.hash(), verdict(in.readByte())));
    FrameSerializers.add(
        kryo,
        FrameType.MAIL_FOR,
        (Output out, Frame.MailFor f) ->
            FrameSerializers.list(
                out,
                f.registers(),
                r -> {
                  FrameSerializers.block(out, r.register());
                  FrameSerializers.block(out, r.signature());
                }),
        in ->
            new Frame.MailFor(
                in.list(8, i -> new SignedProfile(i.block(REGISTER), i.block(SIGNATURE)))));
  }

  private static MailVerdict verdict(int code) {
    var all = MailVerdict.values();
    if (code < 0 || code >= all.length) throw new KryoException("verdict " + code);
    return all[code];
  }
}
