package paloma.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import paloma.model.Problem;
import paloma.model.ProblemException;

/** What a failure while writing received files means to a person. */
public final class FileProblems {
  /** Below this the disk counts as full, whatever the words of the failure. */
  static final long LEAST_SPACE = 16L << 20;

  private FileProblems() {}

  /** The problem behind a failed write below this folder. */
  public static ProblemException writing(Path folder, Exception e) {
    if (e instanceof ProblemException known) return known;
    var problem =
        switch (e) {
          case AccessDeniedException _, NotDirectoryException _, NoSuchFileException _ ->
              notWritable(folder);
          case FileAlreadyExistsException _, ReadOnlyFileSystemException _ -> notWritable(folder);
          case IOException io when full(folder, io) ->
              Problem.failed("disk-full", folder.toString());
          case FileSystemException io when reason(io).contains("read-only") -> notWritable(folder);
          default ->
              Problem.failed("write-failed", folder.toString(), String.valueOf(e.getMessage()));
        };
    return new ProblemException(problem, e);
  }

  static Problem notWritable(Path folder) {
    return Problem.failed("folder-not-writable", folder.toString());
  }

  private static boolean full(Path folder, IOException e) {
    var reason = reason(e);
    return reason.contains("no space left")
        || reason.contains("not enough space")
        || reason.contains("quota")
        || usable(folder) < LEAST_SPACE;
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** Bytes that may still be written there; much when nobody can tell. */
  static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Checks that so many bytes fit. */
  public static void needSpace(Path folder, long bytes) {
    long free = usable(folder);
    if (free - LEAST_SPACE < bytes) {
      throw Problem.failed("disk-full", folder.toString()).exception();
    }
  }
}
