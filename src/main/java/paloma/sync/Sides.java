package paloma.sync;

import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.MalformedException;

/**
 * What goes over one link beside the logs: offered releases, pictures of profiles, mail for absent
 * people. Its questions come from the link's reader alone; the rest may come from anywhere.
 */
record Sides(Lane lane, DeviceId peer, Offerings offerings, BlobTurns blobs, MailSlot mail) {
  void start() {
    var releases = offerings.forPeer(peer);
    if (!releases.isEmpty()) lane.post(new Frame.Releases(releases));
    mail.ask();
  }

  /** What lies here for others has changed. */
  void releasesChanged() {
    lane.post(new Frame.Releases(offerings.forPeer(peer)));
  }

  void heard(Frame.Releases told) {
    offerings.heard(peer, told.releases());
  }

  /** The peer's profile has come: it may name a picture that is not here. */
  void register() {
    blobs.wanted().map(Frame.WantBlob::new).ifPresent(lane::post);
  }

  void answer(Frame.WantBlob want) {
    blobs.answer(want).ifPresent(lane::post);
  }

  void take(Frame.Blob blob) throws MalformedException {
    blobs.take(blob);
  }

  void end() {
    offerings.ended(peer);
    mail.end();
  }
}
