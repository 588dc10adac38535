package paloma.model;

/** A release's statement as it was signed: carried by anyone, checked by everyone. */
public record SignedRelease(byte[] statement, byte[] signature) {
  /** Whose bytes are the same is the same release, for all who hold it. */
  public Hash id() {
    return Hash.inContext("paloma-release-id-v1", statement);
  }
}
