public import Aero

/// Every position kept, quick to find. What is asked is asked in time order and answered with what the answer rests on.
///
/// Speaks of batches, traces and days, never of files or databases: more than one engine may stand behind it, and one suite of tests
/// says what all of them must do. Calls may come from any task; an answer sees every batch that was acknowledged before it was asked.
public protocol TrackArchive: Sendable {
    /// Keeps a batch.
    ///
    /// - Returns: when it is safe: a power cut after this loses nothing of it.
    func append(_ batch: ObservationBatch) async throws(ArchiveError)

    /// One aircraft between two times. Rows with no position are given where asked for.
    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace

    /// Everything in an area and a time: per aircraft, the observations that lie in both.
    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace]

    /// Who was near a place at a time, nearest first: for each the observation next to that time, at most 60 s away.
    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft]

    /// The same archive without what came under other terms: such rows and names are left out, and rows counted
    /// (`ArchiveEvidence.withheld`). Spans, days and who was heard are of everything.
    ///
    /// - Returns: `nil` where an archive cannot tell rows apart by their terms.
    func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)?

    /// What an answer about who is near a place rests on besides those it names: damage, incomplete days, what was left out.
    func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence

    /// From the first time it was heard at all to 1 ms after the last; `nil` if never.
    func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>?

    /// Every day on which it was heard, rising, with how often.
    func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay]

    /// Counts of all aircraft by day; days that are known not to be complete stand among them also where nothing is kept of them.
    func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay]

    /// Days of a time that are known not to be complete, also those of which nothing is kept.
    func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64>

    /// The same without some aircraft, each by itself on each day.
    func days(
        in range: Range<Timestamp>,
        without isLeftOut: @escaping @Sendable (ArchivedAircraft, Int64) -> Bool
    ) async throws(ArchiveError) -> [ArchivedDay]

    /// Who was heard between two times: for callsign searches and lists, paged by address.
    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft]

    /// Who was heard between two times and never with a position in them: paged by address. Where they were nobody knows.
    func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft]

    /// The callsigns an aircraft used, those used last first.
    ///
    /// - Parameter limit: at most so many.
    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign]

    /// Names that hold a text, between two times.
    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange]
}

extension TrackArchive {
    public func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? { nil }

    public func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence { ArchiveEvidence() }

    /// Looks at the rows of everybody who was heard; an engine that keeps rows without positions apart knows better.
    public func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        var (kept, last) = ([ArchivedAircraft](), after)
        while kept.count < limit {
            let page = try await aircraft(heardDuring: range, after: last, limit: 1_000)
            for one in page where kept.count < limit {
                let rows = try await trace(of: one, during: range, withoutPositions: true).observations
                if !rows.isEmpty, rows.allSatisfy({ !$0.hasPosition }) { kept.append(one) }
            }
            guard page.count == 1_000, let end = page.last else { break }
            last = end
        }
        return kept
    }

    public func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        Set(try await days(in: range).filter { $0.isComplete == false }.map(\.number))
    }

    /// Looks through everybody who was heard on each day; an engine that counts aircraft by aircraft knows better.
    public func days(
        in range: Range<Timestamp>,
        without isLeftOut: @escaping @Sendable (ArchivedAircraft, Int64) -> Bool
    ) async throws(ArchiveError) -> [ArchivedDay] {
        var kept: [ArchivedDay] = []
        for day in try await days(in: range) {
            let start = Timestamp(seconds: Double(day.number * 86_400))
            var (aircraft, positions, others) = (day.aircraft, day.positions, day.otherObservations)
            var last: ArchivedAircraft?
            while true {
                let page = try await self.aircraft(
                    heardDuring: start..<start.advanced(bySeconds: 86_400),
                    after: last,
                    limit: 1000
                )
                for one in page where isLeftOut(one, day.number) {
                    guard let own = try await days(of: one).first(where: { $0.number == day.number }) else { continue }
                    aircraft -= 1
                    positions -= own.positions
                    others -= own.otherObservations
                }
                guard page.count == 1000, let end = page.last else { break }
                last = end
            }
            if aircraft > 0 { kept.append(day.with(aircraft: aircraft, max(0, positions), max(0, others))) }
        }
        return kept
    }
}
