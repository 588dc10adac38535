package paloma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.model.HostAndPort;
import paloma.model.Problem;
import paloma.settings.Policy;
import paloma.settings.PolicyReading;
import paloma.settings.Setting;
import paloma.settings.Settings;

final class LaunchOptionsTest {
  private static final Path FOLDER = Path.of("/srv/received").toAbsolutePath();

  private static LaunchOptions asked(Integer port, String peer, Path downloads, String accept) {
    return new LaunchOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(port),
        List.of(),
        peer == null ? List.of() : List.of(HostAndPort.parse(peer).orElseThrow()),
        Optional.ofNullable(downloads),
        Optional.ofNullable(accept));
  }

  private static Settings locked(Setting<?> setting, Object value) {
    var locks = Map.of(setting.key(), new Policy.Lock(value, ""));
    return Settings.inMemory(PolicyReading.of(new Policy(locks, Map.of(), "")));
  }

  private static Optional<Problem> against(Setting<?> setting) {
    return Optional.of(Problem.refused("setting-locked", setting.key()));
  }

  @Test
  void anOptionAgainstTheOfficeIsRefusedAndTheSameIsNot() {
    var accept = locked(Setting.ACCEPT, "verified");
    assertThat(asked(null, null, null, "all").contradiction(accept))
        .isEqualTo(against(Setting.ACCEPT));
    assertThat(asked(null, null, null, "verified").contradiction(accept)).isEmpty();
    assertThat(asked(1, "a", FOLDER, null).contradiction(accept)).isEmpty();

    var port = locked(Setting.PORT, 24300);
    assertThat(asked(24250, null, null, null).contradiction(port)).isEqualTo(against(Setting.PORT));
    assertThat(asked(24300, null, null, null).contradiction(port)).isEmpty();

    var downloads = locked(Setting.DOWNLOADS, FOLDER.toString());
    assertThat(asked(null, null, FOLDER.resolve("x"), null).contradiction(downloads))
        .isEqualTo(against(Setting.DOWNLOADS));
    assertThat(asked(null, null, FOLDER, null).contradiction(downloads)).isEmpty();

    var seeds = locked(Setting.SEEDS, List.of("10.1.0.5", "b:7"));
    assertThat(asked(null, "10.1.0.6", null, null).contradiction(seeds))
        .isEqualTo(against(Setting.SEEDS));
    assertThat(asked(null, "10.1.0.5:24250", null, null).contradiction(seeds)).isEmpty();
  }

  @Test
  void whatIsOnlyADefaultMayBeContradicted() {
    var policy = new Policy(Map.of(), Map.of("accept", "ask", "port", 24300), "");
    var settings = Settings.inMemory(PolicyReading.of(policy));

    assertThat(asked(1, "a", FOLDER, "all").contradiction(settings)).isEmpty();
  }

  @Test
  void knownAddressesAreThoseThatAreSetAndThoseThatAreAskedForOnceEach() {
    var settings = Settings.inMemory();
    settings.set(Setting.SEEDS, List.of("10.1.0.5", "b:7"));

    assertThat(asked(null, "10.1.0.5:24250", null, null).addresses(settings))
        .containsExactly(new HostAndPort("10.1.0.5", 24250), new HostAndPort("b", 7));
    settings.set(Setting.SEEDS, List.of());
    assertThat(asked(null, "c", null, null).addresses(settings))
        .containsExactly(new HostAndPort("c", 24250));
  }
}
