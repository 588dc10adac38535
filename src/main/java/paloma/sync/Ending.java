package paloma.sync;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import paloma.model.DeviceId;
import paloma.work.Stopped;
import paloma.work.Tasks;

/** Why a task of a link ended, for the log. */
final class Ending {
  private static final System.Logger LOG = System.getLogger("paloma.sync");

  private Ending() {}

  /** Does the job until it ends; whatever it fails with is its reason. */
  static String of(Tasks.Job job, DeviceId peer) {
    try {
      job.run();
      return "closed";
    } catch (InterruptedException | Stopped e) {
      return "interrupted";
    } catch (EOFException e) {
      return "the peer has closed it";
    } catch (IOException e) {
      return e.toString();
    } catch (Exception e) {
      LOG.log(Level.ERROR, "link to " + peer, e);
      return "an error of ours";
    }
  }
}
