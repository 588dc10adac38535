package paloma.transfer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import paloma.model.DeviceId;
import paloma.model.Signing;

/** Real keys of people who know each other. */
final class Keys {
  private final Map<DeviceId, PublicKey> known = new ConcurrentHashMap<>();

  Signing person() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var id = DeviceId.ofKey(pair.getPublic().getEncoded());
      known.put(id, pair.getPublic());
      return new Person(id, pair);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private final class Person implements Signing {
    private final DeviceId id;
    private final KeyPair pair;

    Person(DeviceId id, KeyPair pair) {
      this.id = id;
      this.pair = pair;
    }

    @Override
    public byte[] sign(String context, byte[] bytes) {
      try {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(context.getBytes(StandardCharsets.UTF_8));
        signature.update(bytes);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
      try {
        var check = Signature.getInstance("Ed25519");
        check.initVerify(known.get(device));
        check.update(context.getBytes(StandardCharsets.UTF_8));
        check.update(bytes);
        return check.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }

    @Override
    public DeviceId ourselves() {
      return id;
    }
  }
}
