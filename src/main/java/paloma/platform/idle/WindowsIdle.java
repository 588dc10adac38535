package paloma.platform.idle;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;
import paloma.platform.IdleTime;

/**
 * Windows: the tick of the last input in this session, compared with the tick of now. Ticks are
 * milliseconds since the start in 32 bits, so they begin anew every 49.7 days.
 */
final class WindowsIdle implements IdleTime {
  private static final System.Logger LOG = System.getLogger("paloma.platform");

  /** {@code LASTINPUTINFO}: its own size, then the tick. */
  private static final MemoryLayout INFO =
      MemoryLayout.structLayout(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  private final MethodHandle lastInput;
  private final MethodHandle tickCount;

  private WindowsIdle(MethodHandle lastInput, MethodHandle tickCount) {
    this.lastInput = lastInput;
    this.tickCount = tickCount;
  }

  static IdleTime open() {
    try {
      var linker = Linker.nativeLinker();
      var user = SymbolLookup.libraryLookup("user32.dll", Arena.global());
      var kernel = SymbolLookup.libraryLookup("kernel32.dll", Arena.global());
      return new WindowsIdle(
          linker.downcallHandle(
              user.find("GetLastInputInfo").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)),
          linker.downcallHandle(
              kernel.find("GetTickCount").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT)));
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      LOG.log(Level.DEBUG, "the last input is not told: " + e.getMessage());
      return IdleTime.unknown();
    }
  }

  @Override
  public Optional<Duration> untouched() {
    try (var arena = Arena.ofConfined()) {
      var info = arena.allocate(INFO);
      info.set(ValueLayout.JAVA_INT, 0, (int) INFO.byteSize());
      if ((int) lastInput.invokeExact(info) == 0) return Optional.empty();
      int last = info.get(ValueLayout.JAVA_INT, Integer.BYTES);
      return Optional.of(between(last, (int) tickCount.invokeExact()));
    } catch (Throwable e) {
      // What a method handle may throw is anything; none of it must end the window.
      LOG.log(Level.DEBUG, "the last input is not told: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** From one tick to a later one, also over their new beginning. Pure. */
  static Duration between(int last, int now) {
    return Duration.ofMillis(Integer.toUnsignedLong(now - last));
  }
}
