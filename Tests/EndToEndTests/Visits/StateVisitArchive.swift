import Aero
import Foundation
import ModeS
import Simulation
import Site
import Store
import Tracking
import Visits

@testable import pelacak

/// The reconstructed trip of June 2024, heard and written into a history as fast as it goes: everything in it is simulated.
final class StateVisitArchive {
    let store: HistoryStore
    let end: Timestamp
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

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
}
