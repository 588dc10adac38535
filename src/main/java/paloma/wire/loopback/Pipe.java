package paloma.wire.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes one way in memory, bounded like a socket's buffer. One reader, one writer. */
final class Pipe {
  private static final int CAPACITY = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final byte[] ring = new byte[CAPACITY];
  private int start;
  private int filled;
  private boolean ended;
  private boolean broken;
  private volatile Duration patience;

  void patience(Duration most) {
    patience = most;
  }

  /** What was written may still be read; then comes the end. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more gets through, as when a cable is pulled and the other side resets. */
  void breakDown() {
    lock.lock();
    try {
      broken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int take(byte[] into, int at, int most) throws IOException {
    if (most == 0) return 0;
    lock.lock();
    try {
      var limit = patience;
      long left = limit == null ? Long.MAX_VALUE : limit.toNanos();
      while (filled == 0 && !ended && !broken) {
        if (left <= 0) throw new SocketTimeoutException("nothing came");
        left = await(left);
      }
      if (broken) throw new IOException("link broken");
      if (filled == 0) return -1;
      int count = Math.min(most, Math.min(filled, CAPACITY - start));
      System.arraycopy(ring, start, into, at, count);
      start = (start + count) % CAPACITY;
      filled -= count;
      changed.signalAll();
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void put(byte[] from, int at, int length) throws IOException {
    lock.lock();
    try {
      int done = 0;
      while (done < length) {
        while (filled == CAPACITY && !ended && !broken) await(Long.MAX_VALUE);
        if (ended || broken) throw new IOException("link closed");
        int end = (start + filled) % CAPACITY;
        int count = Math.min(length - done, Math.min(CAPACITY - filled, CAPACITY - end));
        System.arraycopy(from, at + done, ring, end, count);
        filled += count;
        done += count;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  // Both callers wait in a loop; the check sees only this method.
  @SuppressWarnings("WaitNotInLoop")
  private long await(long nanos) throws InterruptedIOException {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return take(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int at, int most) throws IOException {
        return take(into, at, most);
      }
    };
  }

  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        put(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] from, int at, int length) throws IOException {
        put(from, at, length);
      }
    };
  }
}
