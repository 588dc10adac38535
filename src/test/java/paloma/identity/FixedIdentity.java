package paloma.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Identities that are the same in every run: the seed is one byte 32 times. For golden bytes. */
public final class FixedIdentity {
  private FixedIdentity() {}

  public static Identity of(int seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(
          NamedParameterSpec.ED25519,
          new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
              Arrays.fill(bytes, (byte) seed);
            }
          });
      return Identity.of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
