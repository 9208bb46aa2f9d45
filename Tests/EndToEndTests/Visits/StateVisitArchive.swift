import Aero
import Foundation
import ModeS
import Simulation
import Site
import Store
import Testing
import Tracking
import Visits

@testable import pelacak

/// The reconstructed trip of June 2024, heard and written into a history as fast as it goes: everything in it is simulated.
final class StateVisitArchive {
    let store: HistoryStore
    let end: Timestamp
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    /// - Parameter seed: of the traffic around the group.
    init(seed: UInt64 = 1) async throws {
        store = try HistoryStore(folder: folder.path + "/history/simulated", realm: .simulated)
        var sky = SyntheticSky(scene: .stateVisit, seed: seed)
        var table = TrackTable()
        var writer = ObservationWriter()
        var frames: [ReceivedFrame] = []
        var now = sky.start
        while let end = sky.end, now < end {
            now = now.advanced(bySeconds: 60)
            frames.removeAll(keepingCapacity: true)
            sky.advance(to: now, into: &frames)
            for frame in frames { _ = table.ingest(frame, from: FeedID(rawValue: 1), into: &writer) }
            for batch in table.settle(&writer, at: now, number: { _, _ in 1 }) { try await store.append(batch) }
        }
        for batch in table.finish(&writer, number: { _, _ in 1 }) { try await store.append(batch) }
        end = now
        try await store.seal()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func question(_ visit: Visit, later: Bool = false) -> CandidatesQuestion {
        CandidatesQuestion(
            visit: visit,
            id: "state-visit",
            realm: .simulated,
            withLaterClaims: later,
            audience: .operators,
            archive: store,
            book: StoredBook(folder: folder.path),
            tellsReception: true,
            now: end
        )
    }

    /// The trip as it was announced, put in by hand and confirmed.
    static func visit(at time: Timestamp) throws -> Visit {
        func place(_ code: String, _ latitude: Double, _ longitude: Double) throws -> StopAirport {
            StopAirport(
                code: code,
                position: try #require(Position(latitude: latitude, longitude: longitude)),
                weight: 1
            )
        }
        func stop(
            _ name: String,
            _ airport: StopAirport,
            _ from: Double,
            _ hours: Double,
            _ kind: ItineraryStop.Kind
        ) -> ItineraryStop {
            let start = Timestamp(seconds: from)
            let reading = ArrivalReading(
                start: start,
                end: start.advanced(bySeconds: hours * 3_600),
                zone: .place,
                weight: 1
            )
            return ItineraryStop(
                kind: kind,
                name: name,
                airports: [airport],
                arrival: ArrivalWindow(readings: [reading])
            )
        }
        var visit = Visit()
        let home = try place("UUWW", 55.5915, 37.2615)
        let subject = VisitSubject(
            name: nil,
            role: "president of Russia",
            state: StateCode("RU"),
            span: TextSpan(0, 0),
            assumedHome: [home]
        )
        try visit.apply(.setSubject(subject), by: "desk", at: time)
        let stops = [
            stop("Yakutsk", try place("UEEE", 62.0933, 129.7711), 1_718_636_400, 24, .transit),
            stop("Pyongyang", try place("ZKPY", 39.2241, 125.6701), 1_718_704_800, 9, .destination),
            stop("Hanoi", try place("VVNB", 21.2212, 105.8072), 1_718_784_000, 12, .destination),
        ]
        for (number, stop) in stops.enumerated() {
            try visit.apply(.addStop(stop, at: number, span: nil, report: 0), by: "desk", at: time)
        }
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: time) }
        return visit
    }
}
