package paloma.transfer;

import java.util.Set;
import paloma.files.SafeNames;
import paloma.frames.Frame;
import paloma.model.Problem;
import paloma.model.ProblemException;

/** What a peer's trouble means here. Its words are never shown: only codes that we know. Pure. */
final class Troubles {
  /** Too many pull at once: come again later. */
  static final String BUSY = "busy";

  /** About an offer as a whole. */
  private static final Set<String> OFFERS = Set.of("not-offered", "withdrawn", "grant-refused");

  /** About the file that a chunk belongs to. */
  private static final Set<String> FILES =
      Set.of("file-vanished", "file-unreadable", "sender-changed-file");

  private Troubles() {}

  /** The problem, naming our own name of the file that the chunk belongs to. */
  static ProblemException of(Frame.Trouble trouble, ChunkMap map) {
    if (OFFERS.contains(trouble.code())) return Problem.failed(trouble.code()).exception();
    boolean named = map != null && trouble.chunk() >= 0 && trouble.chunk() < map.chunks();
    if (!named || !FILES.contains(trouble.code())) {
      return Problem.failed("sender-failed").exception();
    }
    var entry = map.manifest().entries().get(map.place(trouble.chunk()).entry());
    return Problem.failed(trouble.code(), String.join("/", SafeNames.of(entry.path()))).exception();
  }
}
