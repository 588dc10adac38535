package paloma.model;

/** A profile as its device signed it: carried by anyone, checked by everyone. */
public record SignedProfile(byte[] register, byte[] signature) {}
