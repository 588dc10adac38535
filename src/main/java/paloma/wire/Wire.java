package paloma.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.model.Purpose;

/**
 * A way to be seen and to reach others: the real LAN, or one in memory. Constructors only assign;
 * {@link #start} opens ports and begins to announce. Thread-safe.
 */
public interface Wire extends AutoCloseable {
  void start(Listener listener) throws IOException;

  /** Changes what is announced; announced at once. */
  void announce(Profile profile);

  /**
   * Dials an address and proves that the device behind it holds the key of this id.
   *
   * @throws WireException when nobody answers, or somebody else does
   */
  Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException;

  /** Dials an address a person gave, whoever lives there. */
  Link dial(Endpoint at, Purpose purpose) throws IOException;

  /** The TCP port others reach us at. */
  int port();

  /** The interfaces in use, for people: {@code eth0 192.168.1.5}. */
  List<String> interfaces();

  /** How many peers are announcing: the period grows with them. */
  void population(int peers);

  /** Datagrams received and sent, and those refused. */
  Counts counts();

  /** What works here and what does not, as far as it was tried. */
  Facts facts();

  /** Says goodbye and closes every port. Returns within two seconds. */
  @Override
  void close();

  record Counts(long datagramsIn, long datagramsOut, long rejected, int sockets) {}

  /** Where a wire reports. Called from several threads; must not block for long. */
  interface Listener {
    /** Somebody announced themselves: a hint with a good signature. */
    void sighted(Sighting sighting);

    /** Somebody said goodbye, with a good signature. */
    void left(DeviceId device, long instance);

    /** Somebody dialled us and proved a key. The listener owns the link. */
    void linked(Link link);

    /** Whether a contact of ours has proved its key at this address, today or earlier. */
    default boolean contactAt(InetAddress address) {
      return false;
    }

    /** Interfaces came or went. */
    void networkChanged(List<String> interfaces);

    /** Something that a person should know, once. */
    void problem(paloma.model.Problem problem);
  }

  /**
   * An announcement that was heard.
   *
   * @param instance which run of the program
   * @param boot how often that profile was started; a lower one is a replay
   * @param at where it was heard, with the announced port
   * @param way {@code multicast4, multicast6, broadcast, mdns}
   * @param periodMillis how often it is repeated; 0 when it is not, as in mDNS
   */
  record Sighting(
      DeviceId device,
      byte[] publicKey,
      long instance,
      long boot,
      Announced announced,
      Endpoint at,
      String way,
      long periodMillis) {}

  /** The part of a profile that fits an announcement. */
  record Announced(
      long profileCounter, String name, String department, String host, Presence presence) {}
}
