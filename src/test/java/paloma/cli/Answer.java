package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paloma.cli.control.ControlClient;
import paloma.settings.ProfileFolder;

/** What a running instance answers over its control socket, as commands ask it. */
record Answer(ControlClient.End end, List<Map<String, Object>> rows) {
  /**
   * @param fields names and values in turn
   */
  static Answer of(ProfileFolder profile, String command, Object... fields) throws IOException {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < fields.length; i += 2) map.put((String) fields[i], fields[i + 1]);
    try (var client = ControlClient.connect(profile).orElseThrow()) {
      var rows = new ArrayList<Map<String, Object>>();
      return new Answer(client.ask(command, map, rows::add), rows);
    }
  }

  int exit() {
    return end.exit();
  }

  Map<String, Object> row() {
    assertThat(rows).as("%s", end).hasSize(1);
    return rows.getFirst();
  }

  String problem() {
    return end.problem().orElseThrow().code();
  }
}
