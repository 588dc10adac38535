package paloma.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code group}: conversations of several. */
@Command(
    name = "group",
    subcommands = {
      GroupCommand.Create.class,
      GroupCommand.ListAll.class,
      GroupCommand.Show.class,
      GroupCommand.Add.class,
      GroupCommand.Remove.class,
      GroupCommand.Leave.class,
      GroupCommand.Rename.class,
      GroupCommand.Role.class,
      GroupCommand.Set.class
    })
final class GroupCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return list();
  }

  private Integer list() throws Exception {
    return ask("group list", Map.of(), rows -> rows.stream().map(this::line).toList());
  }

  private String line(Map<String, Object> row) {
    int size = row.get("members") instanceof List<?> members ? members.size() : 0;
    var id = String.valueOf(row.get("group"));
    return words("cli.group.line", row.get("name"), size, id.substring(0, 8));
  }

  private List<String> sheet(List<Map<String, Object>> rows) {
    var lines = new java.util.ArrayList<String>();
    for (var row : rows) {
      lines.add(line(row));
      if (!(row.get("members") instanceof List<?> members)) continue;
      for (var each : members) {
        if (!(each instanceof Map<?, ?> member)) continue;
        var role = words("cli.role." + member.get("role"));
        var id = String.valueOf(member.get("id"));
        lines.add(words("cli.group.member", member.get("name"), role, id.substring(0, 8)));
      }
    }
    return lines;
  }

  private String words(String key, Object... args) {
    return paloma.console().words().say(key, args);
  }

  /** One thing to do with groups. */
  abstract static class Part extends Client {
    @ParentCommand GroupCommand group;

    @Override
    PalomaCommand paloma() {
      return group.paloma;
    }

    Integer ask(String part, Fields fields) throws Exception {
      return ask("group " + part, fields.map(), group::sheet);
    }
  }

  /** Something to do with one group. */
  abstract static class OfOne extends Part {
    @Parameters(index = "0", paramLabel = "GROUP", descriptionKey = "GROUP")
    private String name;

    Fields fields() {
      return new Fields().with("group", name);
    }
  }

  /** {@code group create}. */
  @Command(name = "create")
  static final class Create extends Part {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PEER", descriptionKey = "PEER")
    private List<String> peers = List.of();

    @Override
    public Integer call() throws Exception {
      return ask("create", new Fields().with("name", name).with("peers", peers));
    }
  }

  /** {@code group list}. */
  @Command(name = "list")
  static final class ListAll extends Part {
    @Override
    public Integer call() throws Exception {
      return group.list();
    }
  }

  /** {@code group show}. */
  @Command(name = "show")
  static final class Show extends OfOne {
    @Override
    public Integer call() throws Exception {
      return ask("show", fields());
    }
  }

  /** {@code group add}. */
  @Command(name = "add")
  static final class Add extends OfOne {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PEER", descriptionKey = "PEER")
    private List<String> peers = List.of();

    @Override
    public Integer call() throws Exception {
      return ask("add", fields().with("peers", peers));
    }
  }

  /** {@code group remove}. */
  @Command(name = "remove")
  static final class Remove extends OfOne {
    @Parameters(index = "1", paramLabel = "PEER", descriptionKey = "PEER")
    private String peer;

    @Override
    public Integer call() throws Exception {
      return ask("remove", fields().with("peer", peer));
    }
  }

  /** {@code group leave}. */
  @Command(name = "leave")
  static final class Leave extends OfOne {
    @Override
    public Integer call() throws Exception {
      return ask("leave", fields());
    }
  }

  /** {@code group rename}. */
  @Command(name = "rename")
  static final class Rename extends OfOne {
    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "NAME")
    private String to;

    @Override
    public Integer call() throws Exception {
      return ask("rename", fields().with("name", to));
    }
  }

  /** {@code group role}. */
  @Command(name = "role")
  static final class Role extends OfOne {
    @Parameters(index = "1", paramLabel = "PEER", descriptionKey = "PEER")
    private String peer;

    @Parameters(index = "2", paramLabel = "owner|admin|member", descriptionKey = "ROLE")
    private String role;

    @Override
    public Integer call() throws Exception {
      return ask("role", fields().with("peer", peer).with("role", role));
    }
  }

  /** {@code group set}. */
  @Command(name = "set")
  static final class Set extends OfOne {
    @Parameters(index = "1", paramLabel = "history", descriptionKey = "GROUP-KEY")
    private String key;

    @Parameters(index = "2", paramLabel = "all|joining", descriptionKey = "GROUP-VALUE")
    private String value;

    @Override
    public Integer call() throws Exception {
      return ask("set", fields().with("key", key).with("value", value));
    }
  }
}
