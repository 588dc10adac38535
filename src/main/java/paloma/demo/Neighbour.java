package paloma.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import paloma.core.AcceptRule;
import paloma.core.Messenger;
import paloma.core.Setup;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Presence;
import paloma.update.Updating;
import paloma.wire.loopback.LoopbackLan;
import paloma.wire.loopback.LoopbackWire;
import paloma.work.Tasks;

/** Somebody of the make-believe neighbourhood, with a real messenger. */
final class Neighbour implements AutoCloseable {
  private final Cast.Member member;
  private final Messenger messenger;
  private final Identity identity;
  private final Path folder;
  private boolean there = true;

  private Neighbour(Cast.Member member, Messenger messenger, Identity identity, Path folder) {
    this.member = member;
    this.messenger = messenger;
    this.identity = identity;
    this.folder = folder;
  }

  /**
   * Moves somebody in: a new profile in a folder of their own.
   *
   * @param picture which face is worn; below 0 for none
   */
  static Neighbour moveIn(
      Cast.Member member, LoopbackLan lan, Path street, Tasks tasks, int picture)
      throws IOException {
    var folder = Files.createDirectories(street.resolve(member.host()));
    var identity = identity(member.name());
    var messenger =
        Messenger.open(
            new Setup(
                folder,
                identity,
                tasks,
                (key, boot, instance) ->
                    new LoopbackWire(lan, key.publicKey(), boot, instance, tasks),
                new Setup.First(member.name(), member.department(), member.host(), member.name()),
                () -> folder.resolve("downloads"),
                () -> AcceptRule.ASK,
                List::of,
                "demo",
                Updating.none()));
    messenger.start();
    var presence = member.presence() == Presence.OFFLINE ? Presence.ONLINE : member.presence();
    messenger.changeProfile(p ->
        p.withTitle(member.title())
            .withPhone(member.phone())
            .withStatus(member.status())
            .withPresence(presence));
    if (picture >= 0) messenger.appearance().wear(Faces.draw(folder.resolve("face.png"), picture));
    return new Neighbour(member, messenger, identity, folder);
  }

  /** The same key in every run: it is shown, and it breaks ties. */
  private static Identity identity(String name) {
    var seed = Hash.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes();
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
      return Identity.of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519", e);
    }
  }

  Cast.Member member() {
    return member;
  }

  Messenger messenger() {
    return messenger;
  }

  DeviceId id() {
    return identity.id();
  }

  Path folder() {
    return folder;
  }

  boolean there() {
    return there;
  }

  /** Says goodbye, once. */
  @Override
  public void close() {
    if (!there) return;
    there = false;
    messenger.close();
  }

  /** Gives the same bytes again and again: for make-believe keys only. */
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) bytes[i] = seed[i % seed.length];
    }
  }
}
