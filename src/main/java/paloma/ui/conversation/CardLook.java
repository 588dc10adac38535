package paloma.ui.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Transfer;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/**
 * What a file card shows for an offer now: one line of state and the legal buttons only. Pure.
 *
 * @param progress 0 to 1; below 0 for no bar
 * @param mood colour of tile, bar and line
 * @param icon before the line; null for none
 * @param first the first of {@code acts} is the card's primary button
 */
record CardLook(
    String title,
    boolean folder,
    double progress,
    Mood mood,
    String icon,
    String line,
    List<Act> acts,
    boolean first) {

  /** The colour of a state. */
  enum Mood {
    CALM,
    RUNNING,
    FAILED,
    DONE
  }

  /** What a person may do. */
  enum Act {
    SAVE,
    SAVE_AS,
    DECLINE,
    CANCEL,
    OPEN,
    SHOW,
    AGAIN,
    ELSEWHERE,
    SAVE_AFTER_ALL
  }

  private static final Set<String> CURED_ELSEWHERE =
      Set.of("disk-full", "folder-not-writable", "write-failed", "folder-name");

  /**
   * The look of an offer.
   *
   * @param own whether we offered
   * @param name what somebody is called
   */
  static CardLook of(
      Body.Offer offer,
      boolean own,
      List<Transfer> transfers,
      Function<DeviceId, String> name,
      Wording words) {
    var summary = offer.summary();
    var title = title(summary.names(), words);
    var size = size(summary.folder(), summary.files(), summary.bytes(), words);
    if (transfers.isEmpty()) {
      return new CardLook(title, summary.folder(), -1, Mood.CALM, null, size, List.of(), false);
    }
    if (transfers.size() > 1) return toMany(title, size, transfers, words);
    var transfer = transfers.getFirst();
    return new Look(title, size, transfer, own, SafeText.name(name.apply(transfer.peer())), words)
        .card();
  }

  static String title(List<String> names, Wording words) {
    if (names.isEmpty()) return words.say("card.unnamed");
    var first = SafeText.name(names.getFirst());
    int more = names.size() - 1;
    return more == 0 ? first : words.say("card.more", first, words.grouped(more));
  }

  static String size(boolean folder, int files, long bytes, Wording words) {
    return files == 1 && !folder
        ? words.bytes(bytes)
        : words.joined(words.count("card.files", files), words.bytes(bytes));
  }

  /** Our offer to a group: how many have it. */
  private static CardLook toMany(String title, String size, List<Transfer> all, Wording words) {
    long have = all.stream().filter(t -> t.state() == Transfer.State.FINISHED).count();
    boolean open = all.stream().anyMatch(t -> !t.state().ended());
    var line = words.joined(size, words.say("card.have", have, all.size()));
    return new CardLook(
        title,
        all.getFirst().folder(),
        -1,
        Mood.CALM,
        null,
        line,
        open ? List.of(Act.CANCEL) : List.of(),
        false);
  }

  private record Look(
      String title, String size, Transfer transfer, boolean own, String peer, Wording words) {
    CardLook card() {
      double part = transfer.bytes() == 0 ? 0 : (double) transfer.done() / transfer.bytes();
      var done = words.part(transfer.done(), transfer.bytes());
      return switch (transfer.state()) {
        case OFFERED ->
            own
                ? calm(-1, "clock", words.joined(size, say("offered-to")), Act.CANCEL)
                : primary(say("offered"), Act.SAVE, Act.SAVE_AS, Act.DECLINE);
        case WAITING ->
            calm(
                transfer.done() > 0 ? part : -1,
                "clock",
                transfer.problem() == null
                    ? say("waiting")
                    : words.problem(transfer.problem()).says(),
                Act.CANCEL);
        case RUNNING -> look(part, Mood.RUNNING, null, running(done), List.of(Act.CANCEL), false);
        case PAUSED -> calm(part, null, words.joined(say("paused"), done), Act.CANCEL);
        case FAILED ->
            look(
                transfer.done() > 0 ? part : -1,
                Mood.FAILED,
                "error_circle",
                transfer.problem() == null
                    ? say("failed")
                    : words.problem(transfer.problem()).says(),
                own ? List.of() : List.of(cure()),
                false);
        case FINISHED -> finished();
        case DECLINED ->
            own
                ? calm(-1, null, words.joined(size, say("declined-by")))
                : calm(-1, null, words.joined(size, say("declined")), Act.SAVE_AFTER_ALL);
        case CANCELLED ->
            own
                ? calm(-1, null, words.joined(size, say("withdrawn")))
                : calm(-1, null, words.joined(size, say("cancelled")), Act.SAVE_AFTER_ALL);
      };
    }

    private String running(String done) {
      if (transfer.rate() == 0) return done;
      long seconds = (transfer.bytes() - transfer.done()) / transfer.rate();
      return words.joined(
          done, words.rate(transfer.rate()), words.left(Duration.ofSeconds(seconds)));
    }

    private CardLook finished() {
      if (own) {
        var there = transfer.path() == null ? List.<Act>of() : List.of(Act.SHOW);
        return look(-1, Mood.CALM, null, words.joined(size, say("saved-by")), there, false);
      }
      boolean opens =
          transfer.path() != null
              && (transfer.folder() || Harmless.name(transfer.path().toString()));
      var acts =
          transfer.path() == null
              ? List.<Act>of()
              : opens ? List.of(Act.OPEN, Act.SHOW) : List.of(Act.SHOW);
      return look(-1, Mood.DONE, "checkmark_circle", words.joined(size, say("saved")), acts, false);
    }

    private Act cure() {
      return transfer.problem() != null && CURED_ELSEWHERE.contains(transfer.problem().code())
          ? Act.ELSEWHERE
          : Act.AGAIN;
    }

    private String say(String key) {
      return words.say("card." + key, peer);
    }

    private CardLook calm(double part, String icon, String line, Act... acts) {
      return look(part, Mood.CALM, icon, line, List.of(acts), false);
    }

    private CardLook primary(String line, Act... acts) {
      return look(-1, Mood.CALM, null, words.joined(size, line), List.of(acts), true);
    }

    private CardLook look(
        double part, Mood mood, String icon, String line, List<Act> acts, boolean first) {
      return new CardLook(title, transfer.folder(), part, mood, icon, line, acts, first);
    }
  }
}
