import Aero
import Tracking

/// An archive that cannot say how much there is of its days.
struct FailingDays: TrackArchive {
    let archive: MemoryArchive

    func append(_ batch: ObservationBatch) async throws(ArchiveError) { try await archive.append(batch) }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        try await archive.trace(of: aircraft, during: during, withoutPositions: withoutPositions)
    }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace] {
        try await archive.traces(in: area, during: during, limit: limit)
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        try await archive.aircraft(near: place, within: radius, at: time, limit: limit)
    }

    func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        await archive.span(of: aircraft)
    }

    func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        await archive.days(of: aircraft)
    }

    func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] { throw .failed("days") }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        try await archive.aircraft(heardDuring: heardDuring, after: after, limit: limit)
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        await archive.callsigns(of: aircraft, limit: limit)
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        await archive.names(matching: prefix, field: field, during: during, limit: limit)
    }
}
