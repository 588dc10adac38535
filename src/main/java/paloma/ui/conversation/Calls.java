package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import paloma.model.DeviceId;
import paloma.model.VerbBody.Mentions;
import paloma.settings.Language;
import paloma.settings.Words;

/** Finds whom words call: an @ and a name behind it. Pure. */
final class Calls {
  /** An @ and what is called, from where to where. */
  record Call(int from, int to, String name) {}

  /** Somebody who can be called. */
  record Person(DeviceId id, String name) {}

  private Calls() {}

  /** What stands for everybody, in each language: others may write in another one. */
  static List<String> everybody() {
    return Everybody.WORDS;
  }

  private static final class Everybody {
    static final List<String> WORDS =
        Arrays.stream(Language.values()).map(l -> Words.in(l).say("mention.all")).toList();
  }

  /** Calls of some names, in the order of the text; the longest name that fits is meant. */
  static List<Call> find(String text, Collection<String> names) {
    var longest =
        names.stream()
            .filter(n -> !n.isBlank())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    var found = new ArrayList<Call>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      // The middle of a mail address calls nobody.
      if (at > 0 && latin(text.charAt(at - 1))) continue;
      int from = at;
      longest.stream()
          .filter(name -> follows(text, from + 1, name))
          .findFirst()
          .ifPresent(name -> found.add(new Call(from, from + 1 + name.length(), name)));
    }
    return found;
  }

  private static boolean follows(String text, int at, String name) {
    int end = at + name.length();
    if (!text.regionMatches(true, at, name, 0, name.length())) return false;
    // "@Ann" is not a part of "@Annabel"; Chinese words need no space behind a name.
    return end == text.length() || !latin(text.charAt(end)) || !latin(text.charAt(end - 1));
  }

  private static boolean latin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /**
   * Whom a text calls.
   *
   * @param picked whom a name means that several people have
   */
  static Mentions in(String text, List<Person> people, Map<String, DeviceId> picked) {
    var names = new LinkedHashSet<>(everybody());
    people.forEach(p -> names.add(p.name()));
    var who = new LinkedHashSet<DeviceId>();
    boolean all = false;
    for (var call : find(text, names)) {
      all |= everybody().contains(call.name());
      for (var person : people) {
        if (!person.name().equals(call.name())) continue;
        var meant = picked.getOrDefault(call.name(), person.id());
        if (meant.equals(person.id())) who.add(person.id());
      }
    }
    return new Mentions(List.copyOf(who), all);
  }
}
