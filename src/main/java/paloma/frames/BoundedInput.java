package paloma.frames;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import paloma.model.Hash;

/**
 * Kryo's input over one frame, with reads that check a claimed length against what is left before
 * they allocate. Kryo's own {@code readString} and friends trust the claim: six hostile bytes make
 * an OutOfMemoryError, so they are never used here.
 */
final class BoundedInput extends Input {
  BoundedInput(byte[] frame, int length) {
    super(frame, 0, length);
  }

  int left() {
    return limit - position;
  }

  byte[] block(int most) {
    int length = readInt();
    if (length < 0 || length > most || length > left()) {
      throw new KryoException("block of " + length);
    }
    return readBytes(length);
  }

  /** The rest of the frame, not copied. */
  ByteBuffer rest() {
    var rest = ByteBuffer.wrap(buffer, position, left()).slice();
    position = limit;
    return rest;
  }

  String utf8(int most) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(block(most))).toString();
    } catch (CharacterCodingException e) {
      throw new KryoException("not UTF-8", e);
    }
  }

  Hash hash() {
    return Hash.of(exactly(Hash.BYTES));
  }

  byte[] exactly(int length) {
    if (length > left()) throw new KryoException("cut short");
    return readBytes(length);
  }

  /** A list whose items take at least so many bytes each: more can't be claimed than fit. */
  <T> List<T> list(int leastItemBytes, Function<BoundedInput, T> item) {
    int count = readInt();
    if (count < 0 || (long) count * leastItemBytes > left()) {
      throw new KryoException("list of " + count);
    }
    var items = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) items.add(item.apply(this));
    return List.copyOf(items);
  }

  @Override
  public boolean readBoolean() {
    int value = readByte();
    if (value != 0 && value != 1) throw new KryoException("not a boolean");
    return value == 1;
  }
}
