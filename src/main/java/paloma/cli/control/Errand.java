package paloma.cli.control;

import java.nio.file.Path;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.Problem;

/** What somebody outside the window wants it to show. */
public sealed interface Errand {
  /** The window comes to the front. */
  record Raise() implements Errand {}

  /** The conversation with somebody is opened. */
  record Converse(DeviceId peer) implements Errand {}

  /** The person is asked whether to dial an address; nothing is dialled, nor looked up, before. */
  record Dial(String host, int port) implements Errand {}

  /** The person is asked to whom these go; nothing is sent before. */
  record Share(List<Path> paths) implements Errand {}

  /** Something that was asked for outside can't be done. */
  record Trouble(Problem problem) implements Errand {}
}
