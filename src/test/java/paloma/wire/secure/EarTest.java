package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.Presence;
import paloma.wire.Wire.Announced;
import paloma.wire.secure.Ear.Verdict;

class EarTest {
  private static final long SECOND = 1_000_000_000L;
  private static final InetAddress THERE = InetAddress.ofLiteral("10.0.0.2");

  private final Identity me = FixedIdentity.of(1);
  private final Identity bob = FixedIdentity.of(2);
  private final Ear ear = new Ear(me.id(), 100, 5, 0, this::check);
  private int checked;
  private long now;

  @Test
  void aNewcomerThenSignsOfLifeThenAGoodbye() {
    assertThat(hear(said(bob, 1, 7, 1))).isEqualTo(Verdict.NEWCOMER);
    now += 10 * SECOND;
    assertThat(hear(said(bob, 1, 7, 1))).isEqualTo(Verdict.NEWS);
    assertThat(hear(said(bob, 1, 7, 1))).isEqualTo(Verdict.STALE);
    assertThat(hear(said(bob, 1, 7, 2))).isEqualTo(Verdict.NEWS);
    assertThat(hear(bye(bob, 1, 7, 3))).isEqualTo(Verdict.GOODBYE);
    assertThat(hear(bye(bob, 1, 7, 3))).isEqualTo(Verdict.STALE);
  }

  @Test
  void replaysOfOlderOnesAreIgnored() {
    hear(said(bob, 2, 8, 5));
    assertThat(hear(said(bob, 2, 8, 4))).isEqualTo(Verdict.STALE);
    assertThat(hear(said(bob, 1, 7, 9))).isEqualTo(Verdict.STALE);
    assertThat(hear(bye(bob, 1, 7, 9))).isEqualTo(Verdict.STALE);
    hear(bye(bob, 2, 8, 6));
    now += SECOND;
    assertThat(hear(said(bob, 2, 8, 5))).isEqualTo(Verdict.STALE);
    assertThat(hear(said(bob, 3, 9, 1))).isEqualTo(Verdict.NEWCOMER);
  }

  @Test
  void aForgedOrBrokenOneIsRefused() {
    var forged = said(bob, 1, 7, 1);
    forged[forged.length - 1] ^= 1;
    assertThat(hear(forged)).isEqualTo(Verdict.REFUSED);
    assertThat(hear(new byte[0])).isEqualTo(Verdict.REFUSED);
    assertThat(hear(new byte[5_000])).isEqualTo(Verdict.REFUSED);
    assertThat(hear(said(bob, 1, 7, 1))).isEqualTo(Verdict.NEWCOMER);
  }

  @Test
  void ourOwnVoiceIsKnownAndOurKeyElsewhereIsAClone() {
    assertThat(hear(said(me, 5, 100, 1))).isEqualTo(Verdict.OURSELVES);
    assertThat(hear(said(me, 4, 99, 1))).isEqualTo(Verdict.STALE);
    assertThat(hear(said(me, 5, 99, 1))).isEqualTo(Verdict.CLONE);
    assertThat(hear(said(me, 9, 99, 1))).isEqualTo(Verdict.CLONE);
    var forged = said(me, 5, 98, 1);
    forged[forged.length - 1] ^= 1;
    assertThat(hear(forged)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void oneSourceMaySayTwentyAtOnceAndFiveASecond() {
    int heard = 0;
    for (int i = 0; i < 100; i++) {
      now += SECOND / 1_000;
      if (hear(said(bob, 1, 7, i)) != Verdict.REFUSED) heard++;
    }
    assertThat(heard).isEqualTo(20);
    now += SECOND;
    heard = 0;
    for (int i = 100; i < 120; i++) if (hear(said(bob, 1, 7, i)) != Verdict.REFUSED) heard++;
    assertThat(heard).isEqualTo(5);
  }

  @Test
  void fiftyPeopleOnOneAddressStayKnownWhileNothingChanges() {
    var all = new ArrayList<byte[]>();
    for (int i = 0; i < 50; i++) {
      all.add(said(FixedIdentity.of(10 + i), 1, 7, 1));
      now += SECOND;
      assertThat(hear(all.getLast())).isEqualTo(Verdict.NEWCOMER);
    }
    for (int period = 0; period < 3; period++) {
      now += 10 * SECOND;
      for (var each : all) assertThat(hear(each)).isEqualTo(Verdict.NEWS);
    }
  }

  @Test
  void aFloodOfForgedStrangersLeavesRoomForThoseKnown() throws Exception {
    hear(said(bob, 1, 7, 1));
    var garbage = said(FixedIdentity.of(3), 1, 1, 1);
    checked = 0;
    for (int i = 0; i < 1_000; i++) {
      garbage[garbage.length - 1] = (byte) i;
      garbage[garbage.length - 2] = (byte) (i >> 8);
      var from = InetAddress.getByAddress(new byte[] {10, 1, (byte) (i >> 8), (byte) i});
      ear.hear(garbage, from, false, "broadcast", now);
    }
    // All in one moment: the burst of strangers, of which Bob took one.
    assertThat(checked).isEqualTo(149);
    assertThat(hear(said(bob, 1, 7, 2))).isEqualTo(Verdict.NEWS);
    assertThat(hear(said(FixedIdentity.of(4), 1, 7, 2))).isEqualTo(Verdict.REFUSED);
  }

  private boolean check(byte[] bytes, byte[] publicKey) {
    checked++;
    return Announcement.genuine(bytes, publicKey);
  }

  private Verdict hear(byte[] bytes) {
    return ear.hear(bytes, THERE, false, "multicast4", now).verdict();
  }

  private static byte[] said(Identity who, long boot, long instance, long sequence) {
    return announcement(who, boot, instance, sequence, false);
  }

  private static byte[] bye(Identity who, long boot, long instance, long sequence) {
    return announcement(who, boot, instance, sequence, true);
  }

  private static byte[] announcement(
      Identity who, long boot, long instance, long sequence, boolean goodbye) {
    return new Announcement(
            who.publicKey(),
            instance,
            boot,
            sequence,
            24250,
            10_000,
            new Announced(1, "B", "", "", Presence.ONLINE),
            goodbye,
            0)
        .encode(who);
  }
}
