package paloma.sync;

import java.util.List;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MailVerdict;
import paloma.model.SignedProfile;

/**
 * Mail for absent people that travels on links: a port. Called from the link's reader, which may
 * wait for a commit but never for a network.
 */
public interface MailPost {
  /** Our signed profiles whose keys mail for us may be sealed to; the current one first. */
  List<SignedProfile> keys();

  /**
   * The peer asks for what lies here for it; whether these profiles are its own is to be checked.
   */
  void asked(SyncLink link, List<SignedProfile> registers);

  /** An envelope came: for us, or to be carried. */
  void came(SyncLink link, Envelope envelope);

  /** What became of an envelope at the peer. */
  void answered(SyncLink link, Hash envelope, MailVerdict verdict);

  /** The link has ended. */
  void ended(SyncLink link);
}
