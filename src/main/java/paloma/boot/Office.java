package paloma.boot;

import java.util.List;
import java.util.function.Function;
import paloma.platform.Os;
import paloma.platform.SystemOwned;
import paloma.platform.windows.Registry;
import paloma.settings.PolicyFile;
import paloma.settings.PolicyReading;
import paloma.settings.PolicyRegistry;
import paloma.settings.ProfileFolder;

/**
 * Where an office may have decided something on a computer: on Windows the registry, the machine's
 * before the account's, and everywhere the policy file.
 *
 * @param registry what the registry says of some keys; empty where there is none
 */
record Office(PolicyFile file, Function<List<String>, List<Registry.Answer>> registry) {
  private static final List<String> KEYS =
      List.of("HKLM\\Software\\Policies\\Paloma", "HKCU\\Software\\Policies\\Paloma");

  /** This computer's. */
  static Office here() {
    Function<List<String>, List<Registry.Answer>> registry =
        Os.here() == Os.WINDOWS ? Registry.ofSystem()::read : _ -> List.of();
    return new Office(new PolicyFile(ProfileFolder.policyFile(), SystemOwned::holds), registry);
  }

  PolicyReading read() {
    var reading = file.read();
    var answers = registry.apply(KEYS);
    for (int i = answers.size() - 1; i >= 0; i--) {
      reading = of(KEYS.get(i), answers.get(i)).over(reading);
    }
    return reading;
  }

  private static PolicyReading of(String key, Registry.Answer answer) {
    return switch (answer) {
      case Registry.Absent() -> PolicyReading.NONE;
      case Registry.Found(var keys) -> PolicyRegistry.read(key, keys);
      case Registry.Failed() -> PolicyRegistry.unreadable(key);
    };
  }
}
