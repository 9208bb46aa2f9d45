public import Aero

extension DiscreetArchive {
    /// Aircraft whose rows are looked at for one answer at most: some ten seconds of work.
    static let mostLookedThrough = 5_000

    /// The archive's own answer for those who are shown all the time; who is hidden for a part of it is looked at by himself. Of a sky that
    /// is shown in part everybody is, as though nothing had been heard elsewhere.
    ///
    /// - Throws: `badQuestion` where more aircraft would have to be looked at than `mostLookedThrough`.
    public func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        let rules = rules()
        // How far a row without a position is nobody knows.
        if shownSky.middle != nil, shownSky.range != nil { return [] }
        guard shownSky.isWhole else { return try await lookedThrough(range, after: after, limit: limit) { _ in true } }
        guard rules.hidesAnything(from: audience) else {
            return try await archive.aircraft(heardOnlySilently: range, after: after, limit: limit)
        }
        func isHiddenWithin(_ aircraft: ArchivedAircraft) -> Bool {
            rules.hiddenTimes(of: aircraft.address, from: audience).contains { $0.overlaps(range) }
        }
        var (shown, last) = ([ArchivedAircraft](), after)
        while shown.count < limit {
            let page = try await archive.aircraft(heardOnlySilently: range, after: last, limit: limit)
            shown += page.filter { !isHiddenWithin($0) }
            guard page.count >= limit, let end = page.last else { break }
            last = end
        }
        shown += try await lookedThrough(range, after: after, limit: limit, where: isHiddenWithin)
        return Array(shown.sorted().prefix(limit))
    }

    /// Those of some who have a row in a time, and none with a position, as far as they are shown.
    private func lookedThrough(
        _ range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int,
        where isWanted: (ArchivedAircraft) -> Bool
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        let rules = rules()
        var (kept, last, looked) = ([ArchivedAircraft](), after, 0)
        while kept.count < limit {
            let page = try await archive.aircraft(heardDuring: range, after: last, limit: Self.pageLength)
            for one in page where kept.count < limit && isWanted(one) {
                guard !rules.visibleTimes(of: one.address, in: range, from: audience).isEmpty else { continue }
                looked += 1
                guard looked <= Self.mostLookedThrough else {
                    throw .badQuestion(
                        "more aircraft were heard in that time than can be looked through; ask for a shorter one"
                    )
                }
                if try await isSilent(one, during: range) { kept.append(one) }
            }
            guard page.count >= Self.pageLength, let end = page.last else { break }
            last = end
        }
        return kept
    }

    /// An archive may look at all that it has for each page.
    private static let pageLength = 20_000

    private func isSilent(
        _ aircraft: ArchivedAircraft,
        during range: Range<Timestamp>
    ) async throws(ArchiveError) -> Bool {
        // What has a position somewhere is found without looking at the rest.
        let placed = try await trace(of: aircraft, during: range, withoutPositions: false).observations
        guard placed.isEmpty else { return false }
        return try await !trace(of: aircraft, during: range, withoutPositions: true).observations.isEmpty
    }
}
