package paloma.log.membership;

import java.util.List;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogId;

/**
 * An event as membership sees it.
 *
 * @param order as its header claims
 * @param body null for what changes no membership
 * @param founds whether the group's id is made of this event
 */
public record Fact(
    LogId log, long seq, Hash hash, long order, List<Head> heads, GroupBody body, boolean founds) {
  DeviceId author() {
    return log.author();
  }
}
