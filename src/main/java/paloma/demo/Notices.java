package paloma.demo;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import paloma.core.Announcing;
import paloma.model.BoardBody.Priority;
import paloma.model.MessageId;

/** Plays announcements: somebody makes one, it arrives, some confirm it. */
record Notices(Collection<Neighbour> people, Neighbour mine, Waiting waiting) {
  /** Waits until something holds. */
  @FunctionalInterface
  interface Waiting {
    void until(String what, BooleanSupplier holds) throws InterruptedException;
  }

  void play(Neighbour from, Cast.Announce deed) throws InterruptedException {
    var made =
        from.messenger()
            .announcements()
            .announce(
                new Announcing(
                    deed.title(),
                    deed.text(),
                    deed.important() ? Priority.IMPORTANT : Priority.NORMAL,
                    deed.confirm(),
                    deed.to().isEmpty() ? List.of() : List.of(deed.to())));
    var id = made.message().id();
    for (var person : people) {
      boolean concerned = deed.to().isEmpty() || person.member().department().equals(deed.to());
      if (!person.there() || !concerned) continue;
      waiting.until("the announcement arrives", () -> has(person, id));
      if (!deed.confirm() && person == mine) person.messenger().announcements().read(id);
    }
    confirm(from, deed, id);
  }

  private static boolean has(Neighbour person, MessageId id) {
    return person.messenger().message(id).isPresent();
  }

  private void confirm(Neighbour from, Cast.Announce deed, MessageId id)
      throws InterruptedException {
    if (deed.confirmed() == 0) return;
    var ready =
        people.stream()
            .filter(p -> p != from && p != mine && p.there() && has(p, id))
            .limit(deed.confirmed())
            .toList();
    ready.forEach(p -> p.messenger().announcements().confirm(id));
    waiting.until(
        "they have confirmed",
        () ->
            from.messenger().announcements().answers(id).stream().filter(a -> a.given()).count()
                >= ready.size());
  }
}
