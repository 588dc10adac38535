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

  // Both callers wait in a loop; the check sees only this method.
  @SuppressWarnings("WaitNotInLoop")
  private void await() throws IOException {
    try {
      if (patience == null) {
        changed.await();
      } else if (!changed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SocketTimeoutException("silent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
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
              if (cut) throw new IOException("cut");
              int at = (int) (written % SIZE);
              int free = (int) Math.min(read + SIZE - written, most - written);
              int n = Math.min(left, Math.min(SIZE - at, free));
              if (written == most) full.countDown();
              if (n == 0) {
                await();
                continue;
              }
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
            while (written == read) {
              if (cut) return -1;
              await();
            }
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
