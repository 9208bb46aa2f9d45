import Aero
import Tracking

/// A history store as it is without what came under other terms.
struct ChosenTerms: TrackArchive {
    let store: HistoryStore
    let choice: TermsChoice

    func append(_ batch: ObservationBatch) async throws(ArchiveError) { try await store.append(batch) }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        try await store.trace(of: aircraft, during: during, withoutPositions: withoutPositions, choice)
    }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace] {
        try await store.traces(in: area, during: during, limit: limit, choice)
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        try await store.aircraft(near: place, within: radius, at: time, limit: limit, choice)
    }

    func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        try await store.evidence(near: place, within: radius, at: time, choice)
    }

    func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? {
        ChosenTerms(store: store, choice: TermsChoice(licences: choice.licences?.intersection(licences) ?? licences))
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

    func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        try await store.incompleteDays(in: range)
    }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        try await store.aircraft(heardDuring: heardDuring, after: after, limit: limit)
    }

    func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        try await store.aircraft(heardOnlySilently: range, after: after, limit: limit)
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        try await store.callsigns(of: aircraft, limit: limit, choice)
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        try await store.names(matching: prefix, field: field, during: during, limit: limit)
    }
}
