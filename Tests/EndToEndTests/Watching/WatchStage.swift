import Aero
import Flights
import Foundation
import Logging
import ModeS
import Site
import Synchronization
import Tracking
import Watch

@testable import Store
@testable import pelacak

/// A keeper of watches over an archive in a folder of its own, with a sky that does what it is told.
final class WatchStage: PulsingSky {
    /// One archive, as a server gives it.
    struct Shelf: HistoryDesk {
        let store: HistoryStore
        var stops: [HistoryStop] { [] }
        func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { realm == .real ? store : nil }
        func day(_ day: Int64, of realm: ArchiveRealm) -> HistoryDay? { nil }
        func pins(of realm: ArchiveRealm) -> [HistoryPin] { [] }
        func pin(_ pin: HistoryPin, in realm: ArchiveRealm) -> (number: Int64, made: Timestamp?) { (0, nil) }
        func unpin(_ number: Int64, in realm: ArchiveRealm) -> Bool { false }
    }

    static let begin = Timestamp(seconds: 1_718_667_480)
    static let watched = AircraftAddress(icao: 0xD57710)
    static let other = AircraftAddress(icao: 0x48_4159)

    let folder: String
    let store: HistoryStore
    let outbox = MemoryOutbox()
    private let clock = Mutex(begin)
    private let fed = Mutex(true)
    private let read = Mutex(true)
    private let inbox = Mutex(WatchInbox())

    init() throws {
        folder = NSTemporaryDirectory() + "watch-" + UUID().uuidString
        store = try HistoryStore(folder: folder + "/history/real", realm: .real)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Whether the places were read.
    func setRead(_ isRead: Bool) { read.withLock { $0 = isRead } }

    var now: Timestamp { clock.withLock { $0 } }

    func pulse() async -> SkyPulse { SkyPulse(now: now, realm: .real, timeLapse: 1, isFed: fed.withLock { $0 }) }

    /// A keeper as after a start.
    func keeper() -> WatchKeeper {
        let fresh = WatchInbox()
        inbox.withLock { $0 = fresh }
        return WatchKeeper(
            dataFolder: folder,
            inbox: fresh,
            around: WatchKeeper.Surroundings(
                sky: self,
                history: Shelf(store: store),
                outbox: outbox,
                places: { .empty },
                arePlacesRead: { [self] in read.withLock { $0 } },
                airframes: { AirframeTable().limits(ofType: $0) },
                learned: { _ in nil },
                identities: {
                    WatchIdentities(edition: 1, lists: [Self.watched: ["special"]], at: Self.begin) { _ in (nil, nil) }
                },
                version: "test",
                wall: { [self] in now }
            ),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    static let silence = WatchText.yaml(
        """
        name: silent
        where: { A: { list: special } }
        when: { silent: { of: A, atLeast: 20min, coverage: any } }

        """
    )

    /// Time passes up to a second: another aircraft is heard all the while, the watched one at its seconds.
    func play(
        _ keeper: WatchKeeper,
        from start: Double,
        to end: Double,
        heard: (Double) -> Bool,
        isQuiet: Bool = false
    ) async throws {
        var second = start
        while second < end {
            second += 5
            let time = Self.begin.advanced(bySeconds: second)
            clock.withLock { $0 = time }
            if !isQuiet {
                var batch = ObservationBatch()
                if heard(second) { batch.rows.append(row(Self.watched, time)) }
                batch.rows.append(row(Self.other, time))
                try await store.append(batch)
                inbox.withLock { $0.put([batch], .real) }
            }
            await keeper.pass()
        }
    }

    private func row(_ address: AircraftAddress, _ time: Timestamp) -> ObservationBatch.Row {
        var row = Observation(at: time, sourceClass: .adsbICAO)
        row.position = Position(latitude: 55.6, longitude: 37.3)
        row.barometricAltitude = 35_000
        row.groundSpeed = 450
        return ObservationBatch.Row(ArchivedAircraft(address), row)
    }
}
