package paloma.frames;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A hand-written pair of functions as Kryo's serializer of one frame type. */
final class FrameSerializer<T extends Frame> extends Serializer<T> {
  private final BiConsumer<Output, T> writer;
  private final Function<BoundedInput, T> reader;

  FrameSerializer(BiConsumer<Output, T> writer, Function<BoundedInput, T> reader) {
    super(false, true);
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void write(Kryo kryo, Output out, T frame) {
    writer.accept(out, frame);
  }

  @Override
  public T read(Kryo kryo, Input in, Class<? extends T> type) {
    return reader.apply((BoundedInput) in);
  }
}
