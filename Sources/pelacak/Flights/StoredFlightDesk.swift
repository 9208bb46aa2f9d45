import Aero
import Flights
import Foundation
import Site
import Tracking

/// What the telling of flights needs besides an archive, for commands: read off the files that the server reads and writes.
struct StoredFlightDesk: FlightDesk {
    private let airframes: AirframeTable
    private let places: ListenerPlaces
    private let record: PlaceRecord
    private let verdicts: VerdictLog
    private let realm: ArchiveRealm
    private let learner: CoverageLearner?

    /// What cannot be read of receivers and coverage is told on standard error, and taken as not known.
    ///
    /// - Parameter config: the configuration file; the usual one of the data folder without.
    /// - Throws: `UsageError` and `Failure` for a configuration that cannot be meant or read.
    init(dataFolder: String, config: String?, realm: ArchiveRealm) throws {
        let environment = ProcessInfo.processInfo.environment
        let named = config ?? environment["PELACAK_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let file = ConfigurationFile(path: named ?? "\(dataFolder)/pelacak.yaml")
        airframes = try file.read(isNamed: named != nil).airframes
        self.realm = realm
        places = realm == .real ? Self.places(dataFolder, named) : ListenerPlaces()
        record = realm == .real ? PlaceRecord(Self.lines(PlaceRecord.file(dataFolder: dataFolder))) : PlaceRecord()
        verdicts = VerdictLog(Self.lines(VerdictLog.file(dataFolder: dataFolder, realm: realm)))
        guard CoverageKeeper.realms.contains(realm) else {
            learner = nil
            return
        }
        do throws(Failure) { learner = try CoverageFile(dataFolder: dataFolder, realm: realm).read() } catch {
            StandardError.line("pelacak: \(error)")
            learner = nil
        }
    }

    func limits(ofType type: String?) -> AirframeLimits { airframes.limits(ofType: type) }

    func place(ofReceiver number: UInt32, in realm: ArchiveRealm, at time: Timestamp) -> Flights.ReceiverPlace? {
        realm == self.realm ? record.place(ofReceiver: number, at: time) : nil
    }

    /// After what a server said before; what a command says is not kept.
    func settled(
        _ fresh: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) async -> [GapVerdict] {
        guard realm == self.realm else { return fresh }
        var log = verdicts
        return fresh.map { log.settle($0, of: aircraft).verdict }
    }

    func hearing(of realm: ArchiveRealm) -> LearnedCoverage? { realm == self.realm ? learned : nil }

    /// What was learned of the world it is made for.
    var learned: LearnedCoverage? { LearnedCoverage(learner, places) }

    /// None, and that is told, where they cannot be read.
    private static func lines<Line>(_ file: PrivateJSONLines<Line>) -> [Line] {
        do { return try file.lines() } catch {
            StandardError.line("pelacak: \(file.path) cannot be read")
            return []
        }
    }

    /// Where receivers stand, by the numbers that this installation's secret gives them; nowhere where there is no secret yet.
    static func places(_ folder: String, _ config: String?) -> ListenerPlaces {
        guard FileManager.default.fileExists(atPath: SiteKey.path(in: folder)) else { return ListenerPlaces() }
        do {
            let flags = ServeSettings.Flags(data: folder, config: config)
            let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
            var numbers = ArchiveNumbers(try SiteKey.of(folder: folder))
            return ListenerPlaces(
                sources: settings.sources ?? [],
                receiver: settings.receiver,
                feeders: settings.feeders,
                numbers: &numbers
            )
        } catch {
            StandardError.line("pelacak: where receivers stand is not known: \(error)")
            return ListenerPlaces()
        }
    }
}
