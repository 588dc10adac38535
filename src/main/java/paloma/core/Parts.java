package paloma.core;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.function.Supplier;
import paloma.doctor.Doctor;
import paloma.doctor.WatchedWire;
import paloma.log.BoardRows;
import paloma.log.Facts;
import paloma.log.GroupLedger;
import paloma.log.Keeping;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.OwnLogs;
import paloma.log.Rows;
import paloma.log.Timeline;
import paloma.log.VerbRows;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Profile;
import paloma.peers.PeerBook;
import paloma.peers.VersionGuard;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.store.DeviceStore;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MailStore;
import paloma.store.MarkerStore;
import paloma.store.OwnStore;
import paloma.store.SearchStore;
import paloma.store.TimelineStore;
import paloma.store.VerbStore;
import paloma.sync.SyncLink;
import paloma.wire.Wire;

/**
 * What works inside a messenger, put together by hand, and the order in which it starts and ends.
 */
final class Parts {
  private static final String BOOT = "boot";

  final Setup setup;
  final PeerBook peers;
  final Timeline timeline;
  final Search search;
  final OwnProfile profile;
  final Notices notices;
  final Deliveries deliveries;
  final Exchange exchange;
  final Updates updates;
  final Appearance appearance;
  final Courier courier;
  final SealedMessages sealed;
  final Archive archive;
  final Correspondence correspondence;
  final Speech speech;
  final Verbs verbs;
  final Groups groups;
  final Boards boards;
  final BoardSight sight;
  final Announcements announcements;
  final Neighbourhood neighbourhood;
  final Links links;
  final Gauges gauges;
  final Wire wire;
  private final Database database;
  private final OwnLogs ownLogs;
  private final ConversationNews news;
  private final Arrivals arrivals;
  private final Gestures gestures;
  private final KnownAddresses known;
  private final SealKeys sealKeys;
  private final MailDesk mail;

  private Parts(Setup setup, Database database, long boot) {
    this.setup = setup;
    this.database = database;
    var identity = setup.identity();
    var us = identity.id();
    var tasks = setup.tasks();
    var time = tasks.time();
    var own = new OwnStore();
    var logStore = new LogStore();
    var markerStore = new MarkerStore();
    var timelineStore = new TimelineStore();
    peers = new PeerBook(database, new DeviceStore(), us, time);
    var groupStore = new GroupStore();
    var boardStore = new BoardStore();
    var keyring =
        new Keyring(
            identity,
            peers,
            id -> database.read(tx -> groupStore.key(tx, id).or(() -> boardStore.key(tx, id))));
    var searchStore = new SearchStore();
    var verbStore = new VerbStore();
    var lookStore = new LookStore();
    var verbRows = new VerbRows(verbStore, logStore);
    var rows = new Rows(timelineStore, verbRows, new BoardRows(boardStore, logStore), time);
    var ledger = new GroupLedger(logStore, groupStore, rows, us);
    var logs = new Logs(database, logStore, rows, ledger, keyring);
    ownLogs = new OwnLogs(database, logStore, rows, ledger, own, keyring, time);
    var markers = new Markers(database, markerStore, logStore, keyring);
    var facts = new Facts(verbRows, logStore);
    timeline =
        new Timeline(
            database, timelineStore, searchStore, logStore, markerStore, facts, lookStore, us);
    profile = new OwnProfile(database, own, keyring);
    notices = new Notices(tasks);
    deliveries = new Deliveries(timeline);
    exchange = new Exchange(setup, database, keyring, peers, timeline, notices);
    updates = new Updates(setup, peers, notices);
    var portraits = new Portraits(database, own, peers, profile, notices, time);
    var replies = new AutoReplies(us, profile, timeline, peers, time);
    Supplier<AnnounceRules> announcing = () -> setup.rules().get().announcing();
    boards = new Boards(database, boardStore, peers, profile, announcing, us);
    sight = new BoardSight(database, boardStore, peers, announcing, us);
    search = new Search(database, searchStore, timeline, sight, peers, tasks);
    news = new ConversationNews(time, notices, timeline::conversation, id -> !boards.includes(id));
    archive = new Archive(setup, database, notices, timeline, timelineStore, news, this::nameOf);
    arrivals = new Arrivals(tasks, "arrivals");
    var sharing =
        new Sharing(database, logStore, groupStore, markers, peers, boards, boardStore, us);
    var lazy = new LazyPush(sharing, time);
    var consequences =
        new Consequences(timeline, notices, news, deliveries, exchange, sight, replies, time);
    var boardPost = new BoardPost(boards, arrivals, lazy, us);
    correspondence =
        new Correspondence(
            logs,
            ownLogs,
            markers,
            peers,
            keyring,
            profile,
            notices,
            news,
            consequences,
            arrivals,
            sharing,
            new GroupPost(
                sharing, logs, ledger, notices, news, consequences, arrivals, lazy, boardPost, us));
    groups = new Groups(correspondence, sharing, ownLogs, peers, identity);
    gestures = new Gestures(peers, profile, notices, time);
    appearance = new Appearance(us, profile, portraits, replies);
    speech = new Speech(correspondence, exchange, peers, groups, appearance, archive, boards);
    verbs =
        new Verbs(
            timeline,
            new Keeping(database, lookStore, verbStore, logStore, markerStore, us),
            correspondence,
            speech,
            exchange,
            notices,
            news,
            gestures,
            setup.rules(),
            this::nameOf,
            time);
    announcements = announcements(boardStore, boardPost, logs, announcing);
    var mailStore = new MailStore();
    sealKeys = new SealKeys(database, mailStore, profile, time);
    mail =
        new MailDesk(
            database,
            mailStore,
            logs,
            markers,
            correspondence,
            consequences,
            peers,
            keyring,
            sealKeys,
            setup.mail(),
            () -> profile.shown() != Presence.INVISIBLE,
            time);
    courier = new Courier(timeline, mail.leaving(), mail.carrier());
    sealed =
        new SealedMessages(
            timeline, notices, new AppPassword(database, own, time), correspondence, speech, time);
    neighbourhood =
        new Neighbourhood(us, peers, tasks, notices, sharing, exchange, mail::mayHaveMailFor);
    var raw = setup.wire().make(identity, boot, new SecureRandom().nextLong());
    var watched = new WatchedWire(new VersionGuard(raw, peers), time);
    wire = watched;
    links =
        new Links(
            wire,
            peers,
            tasks,
            us,
            link ->
                new SyncLink(
                    link, logs, markers, correspondence, updates, portraits, mail, us, tasks),
            neighbourhood::worthRetrying);
    known =
        new KnownAddresses(setup.addresses(), InetAddress::getAllByName, links::redialTyped, tasks);
    var doctor = new Doctor(watched, setup.version());
    gauges = new Gauges(database, logStore, tasks, wire, links, peers, doctor);
  }

  private Announcements announcements(
      BoardStore store, BoardPost post, Logs logs, Supplier<AnnounceRules> rules) {
    return new Announcements(
        boards,
        sight,
        store,
        post,
        database,
        timeline,
        logs,
        ownLogs,
        correspondence,
        speech,
        peers,
        profile,
        DeviceKey.of(setup.identity().publicKey()).orElseThrow(),
        notices,
        rules,
        id -> verbs.read(id),
        setup.tasks().time());
  }

  /** Opens the database of the profile, counts this start and puts the parts together. */
  static Parts open(Setup setup) {
    var file = setup.profile().resolve("paloma.db");
    var database = new Database(file, setup.tasks());
    try {
      database.start();
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("database-unreadable", file.toString()), e);
    }
    long boot = database.write(tx -> new OwnStore().next(tx, BOOT));
    return new Parts(setup, database, boot);
  }

  void start() {
    ownLogs.start();
    search.start();
    profile.start(this::named);
    peers.start(neighbourhood);
    boards.start();
    sealKeys.start(appearance::changed);
    correspondence.start(links, gestures, mail::absent);
    gestures.start(correspondence, links);
    mail.start(links);
    appearance.start(wire, links, correspondence);
    appearance.listen(mail::looks);
    arrivals.start();
    neighbourhood.start(wire, links);
    exchange.start(correspondence, neighbourhood);
    updates.start(links, exchange.standing());
    archive.start();
    wire.announce(profile.announced());
    try {
      wire.start(neighbourhood);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("no-network", String.valueOf(e.getMessage())), e);
    }
    known.start();
    notices.start(new Notice.Started(gauges.status(profile.profile(), setup)));
  }

  private Profile named(Profile old) {
    var first = setup.first();
    var kept = old.name().isBlank() ? first.account() : old.name();
    return old.withName(first.name() == null ? kept : first.name())
        .withDepartment(first.department() == null ? old.department() : first.department())
        .withHost(first.host());
  }

  private String nameOf(DeviceId id) {
    if (id.equals(setup.identity().id())) return profile.profile().name();
    return peers.peer(id).or(() -> archive.legacy(id)).map(Peer::name).orElse(id.shortText());
  }

  void close() {
    notices.post(new Notice.Stopping());
    links.close();
    arrivals.finish();
    mail.stop();
    exchange.close();
    peers.stop();
    wire.close();
    news.stop();
    database.close();
    notices.flush();
  }
}
