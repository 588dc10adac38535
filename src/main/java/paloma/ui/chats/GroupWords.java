package paloma.ui.chats;

import java.util.function.Function;
import java.util.stream.Collectors;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** What happened to a group, as a sentence. */
final class GroupWords {
  /** Names in one sentence; of more people their number is said. */
  private static final int NAMES = 4;

  private final Wording words;
  private final Function<DeviceId, String> names;

  GroupWords(Wording words, Function<DeviceId, String> names) {
    this.words = words;
    this.names = names;
  }

  String of(Message message, GroupBody body) {
    var who = message.own() ? words.say("conversation.you") : name(message.author());
    return switch (body) {
      case GroupBody.Created created ->
          words.say("group.said.created", who, SafeText.name(created.name()));
      case GroupBody.Added added -> words.say("group.said.added", who, people(added));
      case GroupBody.Removed removed ->
          words.say("group.said.removed", who, name(removed.member()));
      case GroupBody.Left _ -> words.say("group.said.left", who);
      case GroupBody.RoleGiven given ->
          words.say("group.said." + given.role().word(), who, name(given.member()));
      case GroupBody.Renamed renamed ->
          words.say("group.said.renamed", who, SafeText.name(renamed.name()));
      case GroupBody.Pictured _ -> words.say("group.said.pictured", who);
      case GroupBody.HistorySet set -> words.say("group.said.history." + set.history().word(), who);
    };
  }

  private String people(GroupBody.Added added) {
    return added.members().size() > NAMES
        ? words.count("group.people", added.members().size())
        : added.members().stream()
            .map(DeviceKey::id)
            .map(this::name)
            .collect(Collectors.joining(words.say("group.people.and")));
  }

  private String name(DeviceId id) {
    var name = names.apply(id);
    return name == null || name.isBlank() ? id.shortText() : SafeText.name(name);
  }
}
