package paloma.model;

import java.util.List;

/**
 * What an offer holds, in the order in which chunks are numbered. Chunks are numbered through the
 * whole offer: a file of n bytes takes ceil(n / 1 MiB) of them, an empty file and a folder none.
 */
public record Manifest(List<Entry> entries) {
  /** One chunk: the unit of hashing, pulling and resuming. */
  public static final int CHUNK = 1 << 20;

  /** Chunks whose hashes travel on one signed page. */
  public static final int PAGE = 64;

  public static final int MAX_ENTRIES = 100_000;
  public static final int MAX_DEPTH = 32;

  /**
   * A file or folder.
   *
   * @param path names from the top, as the sender has them: never used as they are
   * @param size bytes; 0 for a folder
   * @param modified milliseconds since 1970
   */
  public record Entry(List<String> path, boolean folder, long size, long modified) {
    public int chunks() {
      return folder ? 0 : Math.toIntExact((size + CHUNK - 1) / CHUNK);
    }
  }

  /**
   * What the offer's event says at once; the whole manifest is a blob that is pulled.
   *
   * @param names the first few top-level names, for the card
   * @param files number of files, folders not counted
   * @param bytes sum of sizes
   * @param manifest hash of the encoded manifest
   * @param manifestBytes its length
   */
  public record Summary(
      List<String> names,
      boolean folder,
      int files,
      long bytes,
      Hash manifest,
      int manifestBytes) {}

  public int files() {
    return (int) entries.stream().filter(e -> !e.folder()).count();
  }

  public long bytes() {
    return entries.stream().mapToLong(Entry::size).sum();
  }

  public int chunks() {
    return entries.stream().mapToInt(Entry::chunks).sum();
  }
}
