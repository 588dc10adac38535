package paloma.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.MalformedException;
import paloma.model.Manifest;

/**
 * A manifest ↔ its one encoding: each entry names the number of the folder that it lies in, so that
 * a tree can't be said in two ways. Pure; see {@code src/docs/protocol.md}, "Files".
 */
final class ManifestCodec {
  /** 100,000 entries with names of 300 bytes, which nobody has. */
  static final int MOST_BYTES = 32 << 20;

  private static final int VERSION = 1;

  /** 255 UTF-16 units of a Windows name in UTF-8, and some. */
  private static final int MOST_NAME = 1_024;

  private static final int TOP = -1;
  private static final int LEAST_ENTRY = 4 + 1 + 8 + 8 + 2 + 1;

  private ManifestCodec() {}

  static byte[] encode(Manifest manifest) {
    var out = new CanonicalWriter().u8(VERSION).i32(manifest.entries().size());
    var folders = new HashMap<List<String>, Integer>();
    folders.put(List.of(), TOP);
    int number = 0;
    for (var entry : manifest.entries()) {
      var path = entry.path();
      out.i32(folders.get(path.subList(0, path.size() - 1)))
          .u8(entry.folder() ? 1 : 0)
          .i64(entry.size())
          .i64(entry.modified())
          .text(path.getLast());
      if (entry.folder()) folders.put(path, number);
      number++;
    }
    return out.bytes();
  }

  /** Decodes what anybody may have made, within all limits. */
  static Manifest decode(byte[] bytes) throws MalformedException {
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.u8() == VERSION, "manifest version");
    int count = in.i32();
    CanonicalReader.check(count > 0 && count <= Manifest.MAX_ENTRIES, "number of entries");
    CanonicalReader.check((long) count * LEAST_ENTRY <= in.remaining(), "fewer entries than said");
    var entries = new ArrayList<Manifest.Entry>(count);
    var paths = new HashSet<List<String>>();
    long chunks = 0;
    for (int i = 0; i < count; i++) {
      var entry = entry(in, entries);
      CanonicalReader.check(paths.add(entry.path()), "the same name twice");
      chunks += (entry.size() + Manifest.CHUNK - 1) / Manifest.CHUNK;
      CanonicalReader.check(chunks <= Integer.MAX_VALUE - Manifest.PAGE, "too many chunks");
      entries.add(entry);
    }
    in.end();
    return new Manifest(List.copyOf(entries));
  }

  private static Manifest.Entry entry(CanonicalReader in, List<Manifest.Entry> before)
      throws MalformedException {
    int parent = in.i32();
    CanonicalReader.check(parent >= TOP && parent < before.size(), "folder of an entry");
    var path = new ArrayList<String>();
    if (parent != TOP) {
      CanonicalReader.check(before.get(parent).folder(), "an entry inside a file");
      path.addAll(before.get(parent).path());
    }
    CanonicalReader.check(path.size() < Manifest.MAX_DEPTH, "too deep");
    int folder = in.u8();
    CanonicalReader.check(folder <= 1, "kind of entry");
    long size = in.i64(0, folder == 1 ? 0 : Long.MAX_VALUE / Manifest.MAX_ENTRIES);
    long modified = in.i64();
    var name = in.text(MOST_NAME);
    CanonicalReader.check(!name.isEmpty(), "an entry without a name");
    path.add(name);
    return new Manifest.Entry(List.copyOf(path), folder == 1, size, modified);
  }
}
