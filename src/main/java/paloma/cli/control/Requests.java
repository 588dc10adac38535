package paloma.cli.control;

import java.util.HashMap;
import java.util.Map;
import paloma.core.Messenger;
import paloma.model.Problem;
import paloma.settings.Settings;
import paloma.settings.Words;

/** Every command that a running instance answers. Thread-safe. */
public final class Requests {
  private final Map<String, Handler> handlers = new HashMap<>();

  /**
   * @param errands take what is to be shown to the window
   * @param stop begins to end this instance; returns at once
   */
  public Requests(
      Messenger messenger, Settings settings, Words words, Errands errands, Runnable stop) {
    handlers.putAll(new PeopleRequests(messenger).handlers());
    handlers.putAll(new TalkRequests(messenger).handlers());
    handlers.putAll(new VerbRequests(messenger).handlers());
    handlers.putAll(new GroupRequests(messenger).handlers());
    handlers.putAll(new SearchRequests(messenger).handlers());
    handlers.putAll(new AnnouncementRequests(messenger).handlers());
    handlers.putAll(new FileRequests(messenger, words).handlers());
    handlers.putAll(new SeeingRequests(messenger, settings, words).handlers());
    handlers.putAll(new ErrandRequests(messenger, errands, words).handlers());
    handlers.putAll(new UpdateRequests(messenger, words).handlers());
    handlers.putAll(new SealRequests(messenger).handlers());
    handlers.putAll(new ArchiveRequests(messenger, words).handlers());
    handlers.put("stop", Handler.rows((_, _) -> stop.run()));
  }

  Handler.Finish begin(Request request) {
    var handler = handlers.get(request.command());
    if (handler == null) {
      throw Problem.usage("command-unknown", request.command()).exception();
    }
    return handler.begin(request);
  }
}
