package paloma.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.core.Notice;
import paloma.doctor.Check.Result;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** The doctor of whole messengers. */
class DoctorTest {
  @TempDir Path folder;

  @Test
  void twoWhoTalkAreWell() throws Exception {
    try (var rig = new Rig(folder)) {
      var ann = rig.desk("ann");
      var bob = rig.desk("bob");
      ann.awaitSees(bob);
      bob.awaitSees(ann);
      ann.say(bob, "hello");
      bob.awaitTexts(ann, List.of("hello"));

      var here = ann.messenger().doctor(Optional.empty());
      assertThat(result(here, "interface")).isEqualTo(Result.OK);
      assertThat(here).contains(Check.of("hear", "1", Result.OK, "loopback"));
      assertThat(result(here, "port")).isEqualTo(Result.OK);
      assertThat(here).contains(Check.of("clone", "ann-pc", Result.OK));
      assertThat(here).contains(Check.of("version", "test", Result.OK));

      var about = ann.messenger().doctor(Optional.of(bob.id()));
      assertThat(about).contains(Check.of("hear", "bob", Result.OK, "loopback"));
      assertThat(result(about, "version")).isEqualTo(Result.OK);

      // Whichever dialled: one of the two can be dialled, and the other hears.
      var back = bob.messenger().doctor(Optional.of(ann.id()));
      assertThat(List.of(result(about, "tcp-in"), result(back, "tcp-in"))).contains(Result.OK);
      assertThat(List.of(result(about, "heard"), result(back, "heard"))).contains(Result.OK);
    }
  }

  @Test
  void whoIsHeardAndCanNotBeReachedIsSaid() throws Exception {
    try (var rig = new Rig(folder)) {
      var ann = rig.desk("ann");
      var bob = rig.desk("bob");
      ann.awaitSees(bob);
      rig.lan().cut(ann.id(), bob.id());
      ann.say(bob, "are you there?");

      ann.await("a dial that failed", () -> blocked(ann, bob));
      var told = ann.awaitNotice(Notice.ProblemArose.class, _ -> true).problem();
      assertThat(told.code()).isEqualTo("peer-unreachable");
      assertThat(told.details()).containsExactly("bob");
    }
  }

  private static boolean blocked(Desk asks, Desk about) {
    var checks = asks.messenger().doctor(Optional.of(about.id()));
    return result(checks, "tcp-in") == Result.BLOCKED;
  }

  private static Result result(List<Check> checks, String check) {
    return checks.stream().filter(c -> c.check().equals(check)).findFirst().orElseThrow().result();
  }
}
