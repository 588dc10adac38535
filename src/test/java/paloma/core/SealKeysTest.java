package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Signing;
import paloma.peers.RegisterCodec;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.store.OwnStore;
import paloma.work.Tasks;
import paloma.work.WoundTime;

/** The key for mail changes, and late mail still opens. */
class SealKeysTest {
  @TempDir Path folder;
  private final WoundTime time = new WoundTime();
  private final Identity identity = Identity.generate();
  private final AtomicInteger changes = new AtomicInteger();
  private Database database;
  private OwnProfile profile;
  private SealKeys keys;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), new Tasks(time));
    database.start();
    start();
  }

  private void start() {
    profile = new OwnProfile(database, new OwnStore(), new Ours());
    profile.start(p -> p.withName("Clara"));
    keys = new SealKeys(database, new MailStore(), profile, time);
    keys.start(changes::incrementAndGet);
  }

  @AfterEach
  void close() {
    keys.stop();
    database.close();
  }

  @Test
  void aProfileFromBeforeThereWasMailKeepsItsKey() {
    var first = profile.profile().sealKey();
    assertThat(keys.all()).extracting(MailStore.Key::publicKey).containsExactly(first);
    assertThat(keys.registers()).hasSize(1);
  }

  @Test
  void theKeyChangesAfterAMonthAndTheOldOneStaysAMonth() throws Exception {
    var first = profile.profile().sealKey();
    time.pass(SealKeys.CHANGED.plusDays(1));
    var second = profile.profile().sealKey();
    assertThat(second).isNotEqualTo(first);
    assertThat(changes).hasValue(1);
    assertThat(keys.all()).extracting(MailStore.Key::publicKey).containsExactly(second, first);

    var registers = keys.registers();
    assertThat(RegisterCodec.decode(registers.get(0).register()).sealKey()).isEqualTo(second);
    assertThat(RegisterCodec.decode(registers.get(1).register()).sealKey()).isEqualTo(first);

    time.pass(SealKeys.KEPT.plusDays(1));
    assertThat(keys.all()).extracting(MailStore.Key::publicKey).doesNotContain(first);
  }

  @Test
  void itIsTheSameAfterARestart() {
    time.pass(SealKeys.CHANGED.plusDays(1));
    var published = profile.profile().sealKey();
    var before = keys.all().size();
    keys.stop();
    start();
    assertThat(profile.profile().sealKey()).isEqualTo(published);
    assertThat(keys.all()).hasSize(before);
  }

  @Test
  void aLongSleepChangesItAtTheStart() {
    var first = profile.profile().sealKey();
    keys.stop();
    time.sleep(Duration.ofDays(40));
    start();
    assertThat(profile.profile().sealKey()).isNotEqualTo(first);
  }

  private final class Ours implements Signing {
    @Override
    public DeviceId ourselves() {
      return identity.id();
    }

    @Override
    public byte[] sign(String context, byte[] bytes) {
      return identity.sign(context, bytes);
    }

    @Override
    public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
      return Identity.verify(identity.publicKey(), context, bytes, signature);
    }
  }
}
