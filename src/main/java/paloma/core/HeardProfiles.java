package paloma.core;

import java.lang.System.Logger.Level;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.Profile;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.peers.PeerBook;
import paloma.peers.RegisterCodec;

/** Profiles that links bring: checked, then written into the book. */
record HeardProfiles(PeerBook peers, Signing signing) {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  void heard(DeviceId peer, SignedProfile register) {
    checked(signing, peer, register)
        .ifPresent(said -> peers.register(said, register.register(), register.signature()));
  }

  /** What a profile says that a peer brought, if whom it is of has signed it. */
  static Optional<Profile> checked(Signing signing, DeviceId peer, SignedProfile register) {
    try {
      var said = RegisterCodec.decode(register.register());
      boolean signed =
          signing.verify(
              said.device(), RegisterCodec.CONTEXT, register.register(), register.signature());
      return signed ? Optional.of(said) : Optional.empty();
    } catch (MalformedException e) {
      LOG.log(Level.WARNING, "profile from {0} is not one: {1}", peer, e.getMessage());
      return Optional.empty();
    }
  }
}
