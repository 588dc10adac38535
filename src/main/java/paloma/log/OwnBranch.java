package paloma.log;

import java.util.List;
import java.util.Optional;
import paloma.model.MalformedException;
import paloma.model.Signing;

/** Events of another branch of our own log, as a peer sent them back. */
record OwnBranch(List<Chain.Fitting> events) {
  /**
   * @throws MalformedException when the page is not what we once signed
   */
  static OwnBranch of(Page page, Signing signing) throws MalformedException {
    if (!(Chain.fit(Optional.empty(), page) instanceof Chain.Fit.New branch)) {
      return new OwnBranch(List.of());
    }
    var us = signing.ourselves();
    byte[] last = branch.events().getLast().bytes();
    if (page.signature() == null
        || !signing.verify(us, Logs.EVENT_CONTEXT, last, page.signature())) {
      throw new MalformedException("signature of a branch");
    }
    return new OwnBranch(branch.events());
  }
}
