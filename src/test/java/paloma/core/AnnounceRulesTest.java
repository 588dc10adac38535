package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.identity.SafetyNumber;
import paloma.model.DeviceId;
import paloma.model.Hash;

class AnnounceRulesTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 2, 3, 4));
  private static final DeviceId BERT = new DeviceId(new Hash(5, 6, 7, 8));

  @Test
  void whereNobodyIsNamedEverybodyMayAndNobodyIsKnownByThat() {
    assertThat(AnnounceRules.EVERYBODY.allows(ANNA)).isTrue();
    assertThat(AnnounceRules.EVERYBODY.named(ANNA)).isFalse();
  }

  @Test
  void anIdNamesItsDeviceAlone() {
    var rules = new AnnounceRules(List.of(ANNA.text().toLowerCase(java.util.Locale.ROOT)));
    assertThat(rules.allows(ANNA)).isTrue();
    assertThat(rules.allows(BERT)).isFalse();
  }

  @Test
  void aSafetyNumberNamesItsDeviceHoweverItIsSpaced() {
    var digits = SafetyNumber.of(ANNA).replaceAll("\\D", "");
    for (var way : List.of(SafetyNumber.of(ANNA), digits)) {
      var rules = new AnnounceRules(List.of(way));
      assertThat(rules.allows(ANNA)).as(way).isTrue();
      assertThat(rules.allows(BERT)).as(way).isFalse();
    }
  }
}
