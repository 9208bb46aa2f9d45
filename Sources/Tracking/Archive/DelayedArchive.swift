public import Aero

/// An archive of which nothing is told before it is some time old: rows, names and days after a moment that moves on are not there yet.
/// Read only.
///
/// Of days, and of counts by day, only those are told that are over by then: what part of a day may be told is not counted anew each second.
public struct DelayedArchive: TrackArchive {
    private let archive: any TrackArchive
    private let end: @Sendable () async -> Timestamp

    private static let daySeconds = 86_400.0

    /// - Parameter end: the first moment of which nothing is told; asked anew for each question.
    public init(_ archive: any TrackArchive, until end: @escaping @Sendable () async -> Timestamp) {
        self.archive = archive
        self.end = end
    }

    public func append(_ batch: ObservationBatch) async throws(ArchiveError) {
        throw .badQuestion("nothing is written through a view of an archive")
    }

    public func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? {
        archive.holding(only: licences).map { DelayedArchive($0, until: end) }
    }

    /// The part of a time that may be told of; `nil` when none of it may.
    private static func told(_ range: Range<Timestamp>, until end: Timestamp) -> Range<Timestamp>? {
        guard range.lowerBound < end else { return nil }
        return range.lowerBound..<min(range.upperBound, end)
    }

    private static func isOver(_ day: ArchivedDay, by end: Timestamp) -> Bool {
        Double(day.number + 1) * daySeconds <= end.seconds
    }

    public func trace(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        let end = await end()
        if let told = Self.told(range, until: end) {
            return try await archive.trace(of: aircraft, during: told, withoutPositions: withoutPositions)
        }
        // What it was called at the beginning of that time is what it was called last before.
        let moment = end.advanced(bySeconds: -1e-3)..<end
        var trace = try await archive.trace(of: aircraft, during: moment, withoutPositions: false)
        trace.observations = []
        return trace
    }

    public func traces(
        in area: ArchiveArea,
        during range: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [Trace] {
        guard let told = Self.told(range, until: await end()) else { return [] }
        return try await archive.traces(in: area, during: told, limit: limit)
    }

    public func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        let end = await end()
        guard time < end else { return [] }
        let found = try await archive.aircraft(near: place, within: radius, at: time, limit: limit)
        return found.filter { $0.observation.time < end }
    }

    public func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        guard time < (await end()) else { return ArchiveEvidence() }
        return try await archive.evidence(near: place, within: radius, at: time)
    }

    public func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        let end = await end()
        guard let span = try await archive.span(of: aircraft) else { return nil }
        return Self.told(span, until: end)
    }

    public func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        let end = await end()
        return try await archive.days(of: aircraft).filter { Self.isOver($0, by: end) }
    }

    public func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        let end = await end()
        return try await archive.days(in: range).filter { Self.isOver($0, by: end) }
    }

    public func days(
        in range: Range<Timestamp>,
        without isLeftOut: @escaping @Sendable (ArchivedAircraft, Int64) -> Bool
    ) async throws(ArchiveError) -> [ArchivedDay] {
        let end = await end()
        return try await archive.days(in: range, without: isLeftOut).filter { Self.isOver($0, by: end) }
    }

    public func aircraft(
        heardDuring range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        guard let told = Self.told(range, until: await end()) else { return [] }
        return try await archive.aircraft(heardDuring: told, after: after, limit: limit)
    }

    public func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        guard let told = Self.told(range, until: await end()) else { return [] }
        return try await archive.aircraft(heardOnlySilently: told, after: after, limit: limit)
    }

    public func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        let end = await end()
        let found = try await archive.callsigns(of: aircraft, limit: limit)
        guard found.contains(where: { $0.last >= end.milliseconds }) else { return found }
        return try await callsignsByDay(of: aircraft, limit: limit)
    }

    public func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        guard let told = Self.told(range, until: await end()) else { return [] }
        return try await archive.incompleteDays(in: told)
    }

    public func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during range: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        guard let told = Self.told(range, until: await end()) else { return [] }
        return try await archive.names(matching: prefix, field: field, during: told, limit: limit)
    }
}
