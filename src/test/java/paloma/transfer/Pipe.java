package paloma.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Bytes one way, in memory; may be cut, or stop to be read. */
final class Pipe {
  private static final int SIZE = 256 * 1024;

  private final byte[] ring = new byte[SIZE];
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long written;
  private long read;
  private boolean cut;
  private long most = Long.MAX_VALUE;
  private final CountDownLatch full = new CountDownLatch(1);
  volatile Duration patience;

  void cut() {
    lock.lock();
    try {
      cut = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is written past this: the writer waits. */
  void stallAfter(long bytes) {
    most = bytes;
  }

  /** Waits until the writer met the stall. */
  void awaitStall() throws InterruptedException {
    if (!full.await(30, TimeUnit.SECONDS)) throw new AssertionError("never came so far");
  }

  void release() {
    lock.lock();
    try {
      most = Long.MAX_VALUE;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long written() {
    return written;
  }

  private void awaitWhile(BooleanSupplier blocked) throws IOException {
    long left = patience == null ? Long.MAX_VALUE : patience.toNanos();
    try {
      while (blocked.getAsBoolean()) {
        if (left <= 0) throw new SocketTimeoutException("silent");
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private int free() {
    return (int) Math.min(read + SIZE - written, most - written);
  }

  final OutputStream out =
      new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          lock.lock();
          try {
            int left = length;
            while (left > 0) {
              if (written == most) full.countDown();
              awaitWhile(() -> free() == 0 && !cut);
              if (cut) throw new IOException("cut");
              int at = (int) (written % SIZE);
              int n = Math.min(left, Math.min(SIZE - at, free()));
              System.arraycopy(bytes, offset + length - left, ring, at, n);
              written += n;
              left -= n;
              changed.signalAll();
            }
          } finally {
            lock.unlock();
          }
        }
      };

  final InputStream in =
      new InputStream() {
        @Override
        public int read() throws IOException {
          var one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          lock.lock();
          try {
            awaitWhile(() -> written == read && !cut);
            if (written == read) return -1;
            int at = (int) (read % SIZE);
            int n = Math.min(length, Math.min(SIZE - at, (int) (written - read)));
            System.arraycopy(ring, at, into, offset, n);
            read += n;
            changed.signalAll();
            return n;
          } finally {
            lock.unlock();
          }
        }
      };
}
