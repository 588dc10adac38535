package paloma.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import paloma.core.Saying;
import paloma.model.ConversationId;
import paloma.model.Group;
import paloma.model.Message;

/** Plays what happens in the groups of the neighbourhood. */
final class GroupPlay {
  /** Waits until something holds. */
  @FunctionalInterface
  interface Waiting {
    void until(String what, BooleanSupplier holds) throws InterruptedException;
  }

  private final Map<String, Neighbour> people;
  private final Waiting waiting;
  private final Map<String, ConversationId> groups = new HashMap<>();
  private final Map<String, Message> last = new HashMap<>();

  GroupPlay(Map<String, Neighbour> people, Waiting waiting) {
    this.people = people;
    this.waiting = waiting;
  }

  /** The conversation of a group. */
  ConversationId group(String name) {
    return groups.get(name);
  }

  /** Returns when everybody who is there has it. */
  void play(Cast.Deed deed, Neighbour from) throws InterruptedException {
    var name = deed.to();
    var messenger = from.messenger();
    switch (deed) {
      case Cast.Found found -> {
        var ids = found.members().stream().map(m -> people.get(m).id()).toList();
        groups.put(name, messenger.groups().create(name.substring(1), ids).id());
        everybody(name, person -> group(person, name).member(person.id()).isPresent());
      }
      case Cast.Lead lead -> {
        var who = people.get(lead.who()).id();
        messenger.groups().role(groups.get(name), who, Group.Role.ADMIN);
        everybody(name, p -> group(p, name).member(who).orElseThrow().role() == Group.Role.ADMIN);
      }
      case Cast.Read _ -> {
        messenger.read(groups.get(name));
        var said = last.get(name);
        var author = people.values().stream().filter(p -> p.id().equals(said.author())).findFirst();
        waiting.until(
            "it is read",
            () ->
                author.orElseThrow().messenger().verbs().receipts(said.id()).stream()
                    .anyMatch(r -> r.read() && r.reader().equals(from.id())));
      }
      case Cast.Say say -> {
        messenger.read(groups.get(name));
        var message = messenger.say(groups.get(name), saying(say.text()));
        last.put(name, message);
        everybody(name, person -> person.messenger().message(message.id()).isPresent());
      }
      case Cast.Offer _, Cast.Announce _ ->
          throw new IllegalArgumentException("not for a group: " + deed);
    }
  }

  private Saying saying(String text) {
    var called =
        people.values().stream()
            .filter(p -> text.contains("@" + p.member().name()))
            .map(Neighbour::id)
            .toList();
    return Saying.of(text).calling(called, false);
  }

  private Group group(Neighbour person, String name) {
    return person.messenger().groups().list().stream()
        .filter(g -> g.id().equals(groups.get(name)))
        .findFirst()
        .orElse(new Group(groups.get(name), "", null, null, List.of()));
  }

  private void everybody(String group, Predicate<Neighbour> holds) throws InterruptedException {
    var founder = people.values().iterator().next();
    var members = group(founder, group).members().stream().map(Group.Member::id).toList();
    for (var person : people.values()) {
      if (!person.there() || !members.contains(person.id())) continue;
      waiting.until("it comes to " + person.member().name(), () -> holds.test(person));
    }
  }
}
