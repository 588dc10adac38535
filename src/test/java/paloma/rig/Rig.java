package paloma.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import paloma.identity.Identity;
import paloma.update.Updating;
import paloma.wire.loopback.LoopbackLan;

/** Several messengers in one JVM on a LAN in memory. Close it to end them all. */
public final class Rig implements AutoCloseable {
  private final Path folder;
  private final LoopbackLan lan = new LoopbackLan();
  private final List<Desk> desks = new ArrayList<>();

  public Rig(Path folder) {
    this.folder = folder;
  }

  public LoopbackLan lan() {
    return lan;
  }

  /** Somebody with a new profile, started. */
  public Desk desk(String name) throws IOException {
    return desk(name, Files.createDirectories(folder.resolve(name)), Identity.generate());
  }

  /** Somebody with the profile in a folder, started. */
  public Desk desk(String name, Path profile, Identity identity) throws IOException {
    return add(new Desk(lan, name, profile, identity, "test", Updating.none()));
  }

  /** Somebody with a new profile who runs a version that takes updates, started. */
  public Desk desk(String name, String version, Updating updating) throws IOException {
    var profile = Files.createDirectories(folder.resolve(name));
    return add(new Desk(lan, name, profile, Identity.generate(), version, updating));
  }

  private Desk add(Desk desk) {
    desks.add(desk);
    return desk;
  }

  @Override
  public void close() {
    desks.forEach(Desk::quit);
  }
}
