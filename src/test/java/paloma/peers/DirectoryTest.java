package paloma.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.ProblemException;
import paloma.model.Profile;
import paloma.model.Trust;

class DirectoryTest {
  private final Peer anna = peer(1, "Anna", "anna-pc", Presence.ONLINE);
  private final Peer otherAnna = peer(2, "Anna", "lab", Presence.OFFLINE);
  private final Peer xiaowen = peer(3, "小雯", "xw-desktop", Presence.ONLINE);
  private final List<Peer> all = List.of(anna, otherAnna, xiaowen);

  private static Peer peer(long key, String name, String host, Presence presence) {
    var id = new DeviceId(Hash.inContext("test", new byte[] {(byte) key}));
    var profile = new Profile(id, 1, name, "", "", "", "", host, presence, "");
    return new Peer(id, List.of(id), profile, presence, Trust.KNOWN, "secure", List.of(), null);
  }

  @Test
  void byNameInAnyCase() {
    assertThat(Directory.find(all, "小雯")).isEqualTo(xiaowen);
    assertThat(Directory.find(List.of(anna), "ANNA")).isEqualTo(anna);
  }

  @Test
  void somebodyPresentIsMeantRatherThanSomebodyAway() {
    assertThat(Directory.find(all, "Anna")).isEqualTo(anna);
    assertThat(Directory.find(all, "anna@lab")).isEqualTo(otherAnna);
  }

  @Test
  void byIdOrItsBeginning() {
    assertThat(Directory.find(all, anna.id().text())).isEqualTo(anna);
    assertThat(
            Directory.find(
                all, anna.id().text().substring(0, 6).toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(anna);
    assertThat(code(anna.id().text().substring(0, 5))).isEqualTo("unknown-peer");
  }

  @Test
  void twoOfANameAreAmbiguousWithCandidates() {
    var both = List.of(anna, peer(4, "Anna", "x", Presence.ONLINE));
    assertThatThrownBy(() -> Directory.find(both, "anna"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("ambiguous-name");
              assertThat(e.problem().details().get(1)).contains("Anna@anna-pc", "Anna@x");
            });
  }

  @Test
  void aComputerMeansThePersonWhoWorksAtItUnlessThereAreSeveral() {
    assertThat(Directory.find(all, "XW-Desktop")).isEqualTo(xiaowen);
    var shared = List.of(anna, peer(5, "Bert", "anna-pc", Presence.OFFLINE));
    assertThatThrownBy(() -> Directory.find(shared, "anna-pc"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().details().get(1)).contains("Anna@anna-pc", "Bert@anna-pc"));
    assertThat(Directory.find(shared, "bert@anna-pc").name()).isEqualTo("Bert");
  }

  @Test
  void aNameIsNoId() {
    var posing = peer(6, anna.id().shortText(), "x", Presence.ONLINE);
    var both = List.of(anna, posing);
    assertThat(Directory.withId(both, anna.id().shortText())).isEqualTo(anna);
    assertThatThrownBy(() -> Directory.withId(both, "Anna")).hasMessageContaining("unknown-peer");
  }

  private String code(String words) {
    try {
      Directory.find(all, words);
      return "found";
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }
}
