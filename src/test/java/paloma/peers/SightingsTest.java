package paloma.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import paloma.model.Endpoint;
import paloma.model.Presence;

class SightingsTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long PERIOD = 10_000;
  private final Endpoint home = endpoint(1);
  private final Sightings sightings = new Sightings();

  private static Endpoint endpoint(int host) {
    try {
      return new Endpoint(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host}), 24250);
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private Sightings.Change heard(long instance, long boot, Endpoint at, long period, long now) {
    return sightings.sighted(instance, boot, Presence.BUSY, at, period, now);
  }

  @Test
  void silenceOfTwoAndAHalfPeriodsIsAbsence() {
    heard(1, 1, home, PERIOD, 0);
    assertThat(sightings.presence(23 * SECOND)).isEqualTo(Presence.BUSY);
    assertThat(sightings.presence(25 * SECOND)).isEqualTo(Presence.OFFLINE);
  }

  @Test
  void aLinkIsPresenceEvenInSilence() {
    heard(1, 1, home, PERIOD, 0);
    sightings.linked(1, 1, home);
    assertThat(sightings.presence(1000 * SECOND)).isEqualTo(Presence.BUSY);
    sightings.unlinked();
    assertThat(sightings.presence(1000 * SECOND)).isEqualTo(Presence.OFFLINE);
  }

  @Test
  void anAddressThatIsNotRepeatedTellsNoPresence() {
    heard(1, 1, home, 0, 0);
    assertThat(sightings.presence(1)).isEqualTo(Presence.OFFLINE);
    assertThat(sightings.endpoints()).containsExactly(home);
  }

  @Test
  void theNewestAddressComesFirstAndOnce() {
    heard(1, 1, home, PERIOD, 0);
    heard(1, 1, endpoint(2), PERIOD, 1);
    assertThat(heard(1, 1, home, PERIOD, 2).news()).isFalse();
    assertThat(sightings.endpoints()).containsExactly(home, endpoint(2));
  }

  @Test
  void aGoodbyeIsNotUndoneByItsOwnEcho() {
    heard(5, 3, home, PERIOD, 0);
    sightings.left(5);
    assertThat(sightings.presence(1)).isEqualTo(Presence.OFFLINE);
    heard(5, 3, home, PERIOD, 2);
    assertThat(sightings.presence(3)).isEqualTo(Presence.OFFLINE);
    assertThat(heard(6, 4, home, PERIOD, 4).newInstance()).isTrue();
    assertThat(sightings.presence(5)).isEqualTo(Presence.BUSY);
  }

  @Test
  void anOlderStartIsAReplay() {
    heard(6, 4, home, PERIOD, 0);
    assertThat(heard(5, 3, endpoint(9), PERIOD, 1)).isEqualTo(new Sightings.Change(false, false));
    assertThat(sightings.endpoints()).containsExactly(home);
  }

  @Test
  void nobodyAnsweringAfterALossIsAbsence() {
    heard(1, 1, home, PERIOD, 0);
    sightings.linked(1, 1, home);
    sightings.unlinked();
    sightings.unreachable();
    assertThat(sightings.presence(1)).isEqualTo(Presence.OFFLINE);
    heard(1, 1, home, PERIOD, 2);
    assertThat(sightings.presence(3)).isEqualTo(Presence.BUSY);
  }
}
