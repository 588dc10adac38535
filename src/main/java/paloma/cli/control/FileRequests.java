package paloma.cli.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import paloma.core.Messenger;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.SealedBody;
import paloma.model.Transfer;
import paloma.model.VerbBody;
import paloma.settings.Words;

/** Files offered, taken and refused. */
record FileRequests(Messenger messenger, Words words) {
  Map<String, Handler> handlers() {
    return Map.of(
        "offer", request -> reply -> offer(request, reply),
        "transfers", Handler.rows(this::transfers),
        "accept", request -> reply -> accept(request, reply),
        "decline", change(offer -> messenger.decline(offer)),
        "cancel", change(offer -> messenger.cancel(offer)));
  }

  private int offer(Request request, Reply reply) throws InterruptedException {
    var to = messenger.resolveConversation(request.text("conversation"));
    var paths = request.texts("paths").stream().map(FileRequests::path).toList();
    if (paths.isEmpty()) throw Problem.usage("request-field", "paths").exception();
    var message = messenger.offer(to, paths);
    int exit = Exit.DONE;
    if (waits(request)) {
      try (var wait = TransferWait.of(messenger, message.id())) {
        exit = exit(wait.untilEnded(request.patience()));
      }
    }
    reply.row(offered(message));
    return exit;
  }

  private static Map<String, Object> offered(Message message) {
    return switch (message.body()) {
      case Body.Offer offer ->
          Rows.offered(message, offer.summary().files(), offer.summary().bytes());
      case Body.Text _,
          Body.OfferState _,
          SealedBody _,
          Body.Unknown _,
          AutoBody _,
          VerbBody _,
          BoardBody _,
          GroupBody _ ->
          throw new IllegalStateException("an offer is carried by an offer");
    };
  }

  private void transfers(Request request, Reply reply) {
    messenger
        .transfers(request.flag("all"))
        .forEach(transfer -> reply.row(Rows.transfer(transfer, words)));
  }

  private int accept(Request request, Reply reply) throws InterruptedException {
    var offer = request.message("offer");
    var into = request.optional("into").map(FileRequests::path).orElse(null);
    var transfer = messenger.accept(offer, into);
    int exit = Exit.DONE;
    if (waits(request)) {
      try (var wait = TransferWait.of(messenger, offer)) {
        var ended = wait.untilEnded(request.patience());
        exit = exit(ended);
        transfer = ended.isEmpty() ? transfer : ended.getFirst();
      }
    }
    reply.row(Rows.transfer(transfer, words));
    return exit;
  }

  private Handler change(Function<MessageId, Transfer> change) {
    return Handler.rows((request, reply) ->
        reply.row(Rows.transfer(change.apply(request.message("offer")), words)));
  }

  private static boolean waits(Request request) {
    return switch (request.optional("wait").orElse("")) {
      case "" -> false;
      case "finished" -> true;
      default -> throw Problem.usage("request-field", "wait").exception();
    };
  }

  /** What a wait for some transfers ends with; the gravest of them decides. */
  static int exit(List<Transfer> transfers) {
    int exit = Exit.DONE;
    for (var transfer : transfers) {
      switch (transfer.state()) {
        case FINISHED -> {}
        case FAILED, CANCELLED -> {
          return Exit.FAILED;
        }
        case DECLINED -> exit = Exit.REFUSED;
        case OFFERED, WAITING, RUNNING, PAUSED -> {
          if (exit == Exit.DONE) exit = Exit.TIMED_OUT;
        }
      }
    }
    return exit;
  }

  static Path path(String text) {
    try {
      var path = Path.of(text);
      if (path.isAbsolute()) return path;
    } catch (InvalidPathException e) {
      // Said below, like a path that depends on where the client stands.
    }
    throw Problem.usage("path-wrong", text).exception();
  }
}
