package paloma.model;

import java.nio.file.Path;

/** Hands an installer to the operating system: a port, so that tests start nothing. */
public interface Installing {
  /** What became of it. */
  sealed interface Outcome {
    /** The system's own installer has begun and asks the person. */
    record Begun() implements Outcome {}

    /** Nothing here can begin it: this is what the person can type. */
    record Type(String command) implements Outcome {}

    /** It is no package of this system's: the person finds it in its folder. */
    record Shown(Path file) implements Outcome {}
  }

  /** Begins; the file was checked a moment ago. May block until a process has started. */
  Outcome begin(Release release, Path file);
}
