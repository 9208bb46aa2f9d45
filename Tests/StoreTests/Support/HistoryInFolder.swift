import Aero
import Store
import Tracking

/// The history store in a folder that is gone with it.
final class HistoryInFolder: ErasableArchive {
    private let folder: TemporaryFolder
    let store: HistoryStore

    init() throws {
        folder = try TemporaryFolder()
        var settings = ArchiveSettings()
        settings.sealsByTime = false
        store = try HistoryStore(folder: folder.path, realm: .imported, settings: settings)
    }

    func append(_ batch: ObservationBatch) async throws(ArchiveError) { try await store.append(batch) }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError)
        -> Trace
    { try await store.trace(of: aircraft, during: during, withoutPositions: withoutPositions) }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace] {
        try await store.traces(in: area, during: during, limit: limit)
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError)
        -> [NearbyAircraft]
    { try await store.aircraft(near: place, within: radius, at: time, limit: limit) }

    func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? { store.holding(only: licences) }

    func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        try await store.evidence(near: place, within: radius, at: time)
    }

    func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        try await store.span(of: aircraft)
    }

    func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        try await store.days(of: aircraft)
    }
    func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        try await store.days(in: range)
    }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError)
        -> [ArchivedAircraft]
    { try await store.aircraft(heardDuring: heardDuring, after: after, limit: limit) }

    func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        try await store.aircraft(heardOnlySilently: range, after: after, limit: limit)
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        try await store.callsigns(of: aircraft, limit: limit)
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    )
        async throws(ArchiveError) -> [IdentityChange]
    { try await store.names(matching: prefix, field: field, during: during, limit: limit) }

    func erase(
        _ aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        licence: LicenceTag,
        origin: String
    )
        async throws(ArchiveError) -> Int
    { try await store.erase(aircraft, during: during, licence: licence, origin: origin) }
}
