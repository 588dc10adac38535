package paloma.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.store.Database;
import paloma.store.TransferStore;
import paloma.transfer.Reach;
import paloma.transfer.TransferListener;
import paloma.transfer.Transfers;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** Two ends of a transfer with databases of their own. */
final class Couriers {
  private Couriers() {}

  /** Seconds from accepting an offer of this path to its being published. */
  static double transfer(Wires wires, Path folder, Path offered) throws Exception {
    var sender = new Key();
    var receiver = new Key();
    try (var from = new End(folder.resolve("from"), sender, receiver, _ -> null);
        var to =
            new End(
                folder.resolve("to"), receiver, sender, _ -> dial(wires, from, sender, receiver))) {
      var offer = MessageId.random();
      var out = from.transfers.prepare(List.of(offered));
      var conversation = ConversationId.between(sender.ourselves(), receiver.ourselves());
      from.transfers.offered(offer, conversation, List.of(receiver.ourselves()), out);
      to.transfers.received(
          offer, conversation, sender.ourselves(), new Body.Offer(offer, "", out.summary()));
      long begun = System.nanoTime();
      to.transfers.accept(offer, null);
      var path = to.ended.get().path();
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (Files.isRegularFile(path)) {
        if (Files.size(offered) != Files.size(path)) throw new IOException("not the same");
        Files.delete(path);
      }
      return seconds;
    }
  }

  private static Wires.SocketLink dial(Wires wires, End from, Key sender, Key receiver)
      throws IOException {
    var pair = wires.tls();
    var served = new Wires.SocketLink(pair.dialled(), receiver.ourselves(), true);
    from.tasks.start("serve", () -> from.transfers.serve(served));
    return new Wires.SocketLink(pair.dialler(), sender.ourselves(), false);
  }

  private static final class End implements AutoCloseable, TransferListener {
    private final SystemTime time = new SystemTime();
    private final Tasks tasks = new Tasks(time);
    private final Database database;
    private final Transfers transfers;
    private final CompletableFuture<Transfer> ended = new CompletableFuture<>();

    End(Path home, Key own, Key other, Reach reach) throws IOException {
      own.other = other;
      Files.createDirectories(home);
      database = new Database(home.resolve("paloma.db"), tasks);
      database.start();
      var downloads = home.resolve("downloads");
      transfers =
          new Transfers(new TransferStore(database), tasks, reach, own, () -> downloads, this);
      transfers.start();
    }

    @Override
    public void progressed(Transfer transfer) {}

    @Override
    public void finished(Transfer transfer) {
      ended.complete(transfer);
    }

    @Override
    public void failed(Transfer transfer) {
      ended.completeExceptionally(new IOException(transfer.problem().toString()));
    }

    @Override
    public void close() {
      transfers.close();
      database.close();
      tasks.close();
      time.close();
    }
  }

  private static final class Key implements Signing {
    private final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private Key other;

    Key() throws GeneralSecurityException {}

    @Override
    public byte[] sign(String context, byte[] bytes) {
      try {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(context.getBytes());
        signature.update(bytes);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
      try {
        var key = device.equals(ourselves()) ? pair : other.pair;
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key.getPublic());
        check.update(context.getBytes());
        check.update(bytes);
        return check.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }

    @Override
    public DeviceId ourselves() {
      return DeviceId.ofKey(pair.getPublic().getEncoded());
    }
  }
}
