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
    private nonisolated let places: Mutex<ListenerPlaces>
    private nonisolated let airframes = AirframeTable()
    private var learners: [ArchiveRealm: CoverageLearner] = [:]
    private var opened: Set<ArchiveRealm> = []
    private var saved: [ArchiveRealm: Timestamp] = [:]
    private var troubles: [ArchiveRealm: String] = [:]

    static let realms = [ArchiveRealm.real, .simulated]
    private static let lookSeconds = 60
    /// Rows of a moment are all written so much later. Seconds.
    private static let lateness = 60.0
    private static let savingSeconds = 600.0

    init(
        dataFolder: String,
        history: any HistoryDesk,
        sky: any Sky,
        places: ListenerPlaces,
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = { TimeText.now }
    ) {
        self.dataFolder = dataFolder
        self.history = history
        self.sky = sky
        self.logger = logger
        self.wall = wall
        self.places = Mutex(places)
    }

    nonisolated func limits(ofType type: String?) -> AirframeLimits { airframes.limits(ofType: type) }

    nonisolated func place(ofReceiver number: UInt32, in realm: ArchiveRealm) -> Flights.ReceiverPlace? {
        realm == .real ? places.withLock { $0[number] } : nil
    }

    func hearing(of realm: ArchiveRealm) -> LearnedCoverage? {
        open(realm)
        guard let learner = learners[realm], let learned = learner.learned else { return nil }
        return LearnedCoverage(
            coverage: learner.coverage,
            uptimes: learner.uptimes,
            roster: places.withLock { $0.roster },
            learned: learned
        )
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                for realm in Self.realms { await self.learn(realm) }
                try await Task.sleep(for: .seconds(Self.lookSeconds))
            }
        }
        for realm in Self.realms { save(realm, isLast: true) }
    }

    /// Learns all that is written and not known yet.
    func learn(_ realm: ArchiveRealm) async {
        open(realm)
        let now = await latest(of: realm)
        do throws(ArchiveError) {
            while !Task.isCancelled, let archive = history.archive(of: realm) {
                var learner = learners.removeValue(forKey: realm) ?? CoverageLearner()
                let isMore: Bool
                do throws(ArchiveError) {
                    let end = now.advanced(bySeconds: -Self.lateness)
                    isMore = try await CoverageStudy(archive: archive).step(&learner, until: end)
                } catch {
                    learners[realm] = learner
                    throw error
                }
                learners[realm] = learner
                guard isMore else { break }
                await Task.yield()
            }
            troubles[realm] = nil
        } catch {
            tell("coverage, \(realm): the history cannot be read: \(error)", realm)
        }
        save(realm, isLast: false)
    }

    private func open(_ realm: ArchiveRealm) {
        guard Self.realms.contains(realm), opened.insert(realm).inserted else { return }
        let file = CoverageFile(dataFolder: dataFolder, realm: realm)
        do throws(Failure) { learners[realm] = try file.read() } catch {
            logger.error("\(error); it is put aside")
            file.putAside()
        }
        saved[realm] = learners[realm]?.learned?.upperBound
    }

    /// - Parameter isLast: whatever is not saved yet, however little.
    private func save(_ realm: ArchiveRealm, isLast: Bool) {
        guard let learner = learners[realm], let learned = learner.learned else { return }
        let fresh = saved[realm].map { learned.upperBound.seconds(since: $0) } ?? .infinity
        guard fresh >= (isLast ? 1 : Self.savingSeconds) else { return }
        do throws(Failure) {
            try CoverageFile(dataFolder: dataFolder, realm: realm).write(learner)
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
