package paloma.log;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import paloma.model.ConversationId;
import paloma.store.OwnStore;
import paloma.store.Tx;

/** In which epoch we speak in each conversation. Random numbers: copies of a profile differ. */
record Epochs(OwnStore own) {
  private static final SecureRandom RANDOM = new SecureRandom();

  long current(Tx tx, ConversationId conversation) {
    return own.value(tx, name(conversation))
        .map(v -> ByteBuffer.wrap(v).getLong())
        .orElseGet(() -> begin(tx, conversation));
  }

  /** From now on we speak in a new one. */
  long begin(Tx tx, ConversationId conversation) {
    long epoch = RANDOM.nextLong(1, Long.MAX_VALUE);
    own.set(tx, name(conversation), ByteBuffer.allocate(Long.BYTES).putLong(epoch).array());
    return epoch;
  }

  private static String name(ConversationId conversation) {
    return "epoch/" + conversation.text();
  }
}
