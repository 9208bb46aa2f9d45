import Aero
import Tracking

@testable import Site

/// Pictures of the sky as tests need them.
enum Pictures {
    static func status(at now: Timestamp = Tracks.now, _ provenance: Provenance = .real) -> SkyStatus {
        SkyStatus(
            now: now,
            provenance: provenance,
            timeLapse: 1,
            messages: 4321,
            aircraft: 1,
            positioned: 1,
            choice: SourceChoice(reason: .configured, sources: [])
        )
    }

    static func of(_ tracks: [Track], at now: Timestamp = Tracks.now, _ provenance: Provenance = .real) -> SkyPicture {
        SkyPicture(status: status(at: now, provenance), tracks: tracks, memory: IdentityMemory(book: FakeBook()))
    }
}
