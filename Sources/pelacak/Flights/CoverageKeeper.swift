import Aero
import Flights
import Logging
import ServiceLifecycle
import Site
import Synchronization
import Tracking

/// Learns coverage from the history of a running program, minute by minute, and keeps it over a restart.
///
/// It reads what is kept and asks nothing of the live path. Imported worlds have no listeners of ours, and no coverage.
actor CoverageKeeper: Service, FlightDesk {
    private let dataFolder: String
    private let history: any HistoryDesk
    private let sky: any Sky
    private let logger: Logger
    private let wall: @Sendable () -> Timestamp
    /// Where receivers stand now.
    private let currentPlaces: @Sendable () async -> ListenerPlaces
    private var places = ListenerPlaces()
    private nonisolated let record: Mutex<PlaceRecord>
    private nonisolated let verdicts: VerdictKeeper
    private let polls: PollRecord
    private nonisolated let airframes: AirframeTable
    private var learners: [ArchiveRealm: CoverageLearner] = [:]
    /// What is answered while more is learned: as it was before.
    private var shown: [ArchiveRealm: LearnedCoverage] = [:]
    /// Worlds that are being learned: their learner is not here, and their file is not looked at.
    private var busy: Set<ArchiveRealm> = []
    private var opened: Set<ArchiveRealm> = []
    /// The files that were read or written last.
    private var stamps: [ArchiveRealm: CoverageFile.Stamp] = [:]
    private var saved: [ArchiveRealm: Timestamp] = [:]
    private var troubles: [ArchiveRealm: String] = [:]

    static let realms = [ArchiveRealm.real, .simulated]
    private static let lookSeconds = 60
    /// Rows of a moment are all written so much later. Seconds.
    private static let lateness = 60.0
    private static let savingSeconds = 600.0

    /// - Parameter places: where receivers stand now; asked once a minute.
    init(
        dataFolder: String,
        history: any HistoryDesk,
        sky: any Sky,
        places: @escaping @Sendable () async -> ListenerPlaces,
        airframes: AirframeTable = AirframeTable(),
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = { TimeText.now }
    ) {
        self.dataFolder = dataFolder
        self.history = history
        self.sky = sky
        self.logger = logger
        self.wall = wall
        currentPlaces = places
        polls = PollRecord(dataFolder: dataFolder)
        verdicts = VerdictKeeper(dataFolder: dataFolder, logger: logger)
        do throws(PrivateJSONLinesError) {
            record = Mutex(PlaceRecord(try PlaceRecord.file(dataFolder: dataFolder).lines()))
        } catch {
            logger.error("where receivers stood cannot be read: \(dataFolder)/coverage")
            record = Mutex(PlaceRecord())
        }
        self.airframes = airframes
    }

    nonisolated func limits(ofType type: String?) -> AirframeLimits { airframes.limits(ofType: type) }

    nonisolated func place(
        ofReceiver number: UInt32,
        in realm: ArchiveRealm,
        at time: Timestamp
    ) -> Flights.ReceiverPlace? {
        realm == .real ? record.withLock { $0.place(ofReceiver: number, at: time) } : nil
    }

    nonisolated func settled(
        _ fresh: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) async -> [GapVerdict] {
        await verdicts.settled(fresh, of: aircraft, in: realm)
    }

    func hearing(of realm: ArchiveRealm) -> LearnedCoverage? {
        if !busy.contains(realm) {
            open(realm)
            show(realm)
        }
        return shown[realm]
    }

    private func show(_ realm: ArchiveRealm) {
        shown[realm] = LearnedCoverage(learners[realm], places)
    }

    /// Takes up where receivers stand now, and writes down what is new of it.
    func notePlaces() async {
        places = await currentPlaces()
        let changes = record.withLock { record in
            let changes = record.changes(to: places, at: wall())
            record.take(changes)
            return changes
        }
        guard !changes.isEmpty else { return }
        do throws(PrivateJSONLinesError) {
            try PlaceRecord.file(dataFolder: dataFolder).append(contentsOf: changes)
        } catch { tell("where receivers stand cannot be written down: \(dataFolder)/coverage", .real) }
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await self.notePlaces()
                for realm in Self.realms { await self.learn(realm) }
                // By the sky's clock: one that goes faster has as much to be learned sooner.
                let lapse = await self.sky.status().timeLapse
                try await Task.sleep(for: .seconds(max(2, Double(Self.lookSeconds) / max(1, lapse))))
            }
        }
        for realm in Self.realms { save(realm, isLast: true) }
    }

    /// Learns all that is written and not known yet.
    func learn(_ realm: ArchiveRealm) async {
        guard busy.insert(realm).inserted else { return }
        defer { busy.remove(realm) }
        open(realm)
        show(realm)
        let now = await latest(of: realm)
        var lookedUp = wall()
        do throws(ArchiveError) {
            while !Task.isCancelled, let archive = history.archive(of: realm) {
                var learner = learners.removeValue(forKey: realm) ?? CoverageLearner()
                learner.universalAccess = places.universalAccess
                let isMore: Bool
                do throws(ArchiveError) {
                    let end = now.advanced(bySeconds: -Self.lateness)
                    let areas = realm == .real ? places.areas : []
                    isMore = try await CoverageStudy(archive: archive, areas: areas, polls: polls)
                        .step(&learner, until: end)
                } catch {
                    learners[realm] = learner
                    throw error
                }
                learners[realm] = learner
                guard isMore else { break }
                // Catching up takes long: what is known by then is told, and is not lost.
                if wall().seconds(since: lookedUp) >= Double(Self.lookSeconds) {
                    lookedUp = wall()
                    save(realm, isLast: false)
                    show(realm)
                }
                await Task.yield()
            }
            troubles[realm] = nil
        } catch {
            tell("coverage, \(realm): the history cannot be read: \(error)", realm)
        }
        show(realm)
        save(realm, isLast: false)
    }

    /// Reads the file, the first time and whenever another lies there: `pelacak coverage learn` put it there, or somebody took it away.
    private func open(_ realm: ArchiveRealm) {
        guard Self.realms.contains(realm) else { return }
        let file = CoverageFile(dataFolder: dataFolder, realm: realm)
        let (stamp, isFirst) = (file.stamp, opened.insert(realm).inserted)
        guard isFirst || stamp != stamps[realm] else { return }
        guard file.isReadable else {
            // It may be whole: it is neither put aside nor written over, and looked at again.
            tell("\(file.path) cannot be read; check that you may read it", realm)
            (stamps[realm], saved[realm]) = (nil, nil)
            opened.remove(realm)
            return
        }
        stamps[realm] = stamp
        do throws(Failure) {
            learners[realm] = try file.read()
            if !isFirst { logger.notice("coverage, \(realm): taken up as it was learned anew") }
        } catch {
            logger.error("\(error); it is put aside")
            file.putAside()
            stamps[realm] = file.stamp
            // What is known goes into its place at once.
            saved[realm] = nil
            return
        }
        saved[realm] = learners[realm]?.learned?.upperBound
    }

    /// - Parameter isLast: whatever is not saved yet, however little.
    private func save(_ realm: ArchiveRealm, isLast: Bool) {
        guard let learner = learners[realm], let learned = learner.learned else { return }
        let fresh = saved[realm].map { learned.upperBound.seconds(since: $0) } ?? .infinity
        guard fresh >= (isLast ? 1 : Self.savingSeconds) else { return }
        let file = CoverageFile(dataFolder: dataFolder, realm: realm)
        do throws(Failure) {
            // Where another lies there now, it is taken up at the next look.
            guard let stamp = try file.write(learner, over: stamps[realm]) else { return }
            stamps[realm] = stamp
            saved[realm] = learned.upperBound
        } catch { tell("coverage, \(realm): \(error)", realm) }
    }

    private func latest(of realm: ArchiveRealm) async -> Timestamp {
        let status = await sky.status()
        return (realm == .simulated) == (status.provenance == .simulated) ? status.now : wall()
    }

    /// Says a trouble once.
    private func tell(_ words: String, _ realm: ArchiveRealm) {
        guard troubles.updateValue(words, forKey: realm) != words else { return }
        logger.error("\(words)")
    }
}
