package paloma.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import paloma.model.Problem;

/**
 * Holds a profile for this process: the truth about who runs. The operating system takes it back
 * from a process that dies, so a lock never goes stale.
 */
public final class ProfileLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private ProfileLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the profile; empty when another instance has it. */
  public static Optional<ProfileLock> take(ProfileFolder folder) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock != null) return Optional.of(new ProfileLock(channel, lock));
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      // Held by this very process; closing the channel keeps other locks on systems that count.
      return Optional.empty();
    } catch (IOException e) {
      throw Problem.failed("folder-not-writable", folder.path().toString()).exception();
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
