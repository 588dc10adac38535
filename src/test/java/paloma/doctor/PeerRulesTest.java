package paloma.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.doctor.Check.Result;
import paloma.doctor.Contact.Attempt;
import paloma.doctor.Contact.Outcome;
import paloma.model.Endpoint;

class PeerRulesTest {
  private static final Duration NOW = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Endpoint AT = new Endpoint(InetAddress.ofLiteral("10.0.0.2"), 24250);
  private static final Endpoint ELSEWHERE = new Endpoint(InetAddress.ofLiteral("10.0.0.3"), 24250);

  private final PeerRules rules = new PeerRules(Duration.ofSeconds(60), LONG);

  @Test
  void ofSomebodyNeverMetNothingIsKnown() {
    var all = rules.one("Ann", contact(Map.of(), List.of(), false), false);
    assertThat(all).allMatch(c -> c.result() == Result.UNKNOWN && c.subject().equals("Ann"));
    assertThat(all)
        .extracting(Check::check)
        .containsExactly("hear", "heard", "tcp-in", "tcp-out", "version");
  }

  @Test
  void theWaysAreNamedAndOldOnesAreNot() {
    var ways = Map.of("multicast4", NOW, "broadcast", NOW, "mdns", LONG);
    var hear = rules.one("Ann", contact(ways, List.of(), false), false).getFirst();
    assertThat(hear.result()).isEqualTo(Result.OK);
    assertThat(hear.details()).containsExactly("broadcast, multicast4");
  }

  @Test
  void linkedAndNeverHeardIsBlockedOnceThereWasTimeToHear() {
    var silent = contact(Map.of(), List.of(), true);
    assertThat(rules.one("Ann", silent, true).getFirst().result()).isEqualTo(Result.BLOCKED);
    var young = new PeerRules(Duration.ofSeconds(60), NOW);
    assertThat(young.one("Ann", silent, true).getFirst().result()).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void itsInboundIsBlockedWhenItIsThereAndNobodyAnswers() {
    var tried = List.of(new Attempt(AT, Outcome.SILENT, NOW));
    var heard = Map.of("multicast4", NOW);
    assertThat(inbound(contact(heard, tried, false), false)).isEqualTo(Result.BLOCKED);
    assertThat(inbound(contact(Map.of(), tried, true), true)).isEqualTo(Result.BLOCKED);
    assertThat(inbound(contact(Map.of(), tried, false), false)).isEqualTo(Result.UNKNOWN);
    var both = List.of(tried.getFirst(), new Attempt(ELSEWHERE, Outcome.REACHED, NOW));
    assertThat(inbound(contact(heard, both, false), false)).isEqualTo(Result.OK);
  }

  @Test
  void eachAddressTriedHasALine() {
    var tried =
        List.of(
            new Attempt(AT, Outcome.ANOTHER, NOW), new Attempt(ELSEWHERE, Outcome.VERSION, NOW));
    var all = rules.one("Ann", contact(Map.of(), tried, false), false);
    assertThat(all)
        .contains(
            Check.of("tcp-out", AT.toString(), Result.WARNING),
            Check.of("tcp-out", ELSEWHERE.toString(), Result.BLOCKED),
            Check.of("version", "Ann", Result.BLOCKED));
  }

  @Test
  void togetherPeopleAreCounted() {
    var ann = contact(Map.of("multicast4", NOW), List.of(), true);
    var bob = contact(Map.of("mdns", NOW), List.of(), false);
    assertThat(rules.all("pc", List.of(ann, bob)))
        .containsExactly(
            Check.of("hear", "2", Result.OK, "mdns, multicast4"),
            Check.of("heard", "1", Result.OK),
            Check.of("tcp-in", "pc", Result.OK),
            Check.of("tcp-out", "pc", Result.UNKNOWN));
    assertThat(rules.all("pc", List.of())).allMatch(c -> c.result() == Result.UNKNOWN);
  }

  @Test
  void outboundIsBlamedOnlyForPeopleWhoAreThere() {
    var silent = List.of(new Attempt(AT, Outcome.SILENT, NOW));
    var there = contact(Map.of("multicast4", NOW), silent, false);
    var gone = contact(Map.of("multicast4", LONG), silent, false);
    var fine = contact(Map.of(), List.of(new Attempt(AT, Outcome.REACHED, NOW)), false);
    assertThat(outbound(gone)).isEqualTo(Result.UNKNOWN);
    assertThat(outbound(there)).isEqualTo(Result.BLOCKED);
    assertThat(outbound(fine, gone)).isEqualTo(Result.OK);
    assertThat(outbound(fine, there)).isEqualTo(Result.WARNING);
  }

  private Result outbound(Contact... contacts) {
    return rules.all("pc", List.of(contacts)).getLast().result();
  }

  private Result inbound(Contact contact, boolean linked) {
    return rules.one("Ann", contact, linked).stream()
        .filter(c -> c.check().equals("tcp-in"))
        .findFirst()
        .orElseThrow()
        .result();
  }

  private static Contact contact(
      Map<String, Duration> ways, List<Attempt> attempts, boolean dialledUs) {
    var since = dialledUs ? Optional.of(NOW) : Optional.<Duration>empty();
    return new Contact(ways, attempts, since, since);
  }
}
