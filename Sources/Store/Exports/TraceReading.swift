import Aero
import Tracking

/// Reads an archive for an export: one aircraft and day after the other, so that never more than that is in memory.
struct TraceReading {
    let archive: any TrackArchive
    let request: ExportRequest
    let realm: ArchiveRealm
    private(set) var mix = LicenceMix()
    private(set) var incompleteDays: Set<Int64> = []
    private(set) var damagedChunks: Set<Int64> = []
    /// Who was in the area asked for on which days, of the time that was looked through last.
    private var present: (during: Range<Timestamp>, days: [ArchivedAircraft: Set<Int64>])?
    /// Aircraft that are asked for at once: an archive looks through the whole time for each page.
    private static let page = 100_000

    init(_ archive: any TrackArchive, _ request: ExportRequest, _ realm: ArchiveRealm) {
        self.archive = archive
        self.request = request
        self.realm = realm
    }

    /// The aircraft of a time, behind one; empty at the end. Of a box those that were in it.
    mutating func aircraft(
        during: Range<Timestamp>,
        after: ArchivedAircraft?
    ) async throws(ExportError) -> [ArchivedAircraft] {
        if let list = request.aircraft {
            let sorted = Set(list).sorted()
            return after == nil ? sorted : []
        }
        guard let area = request.area else {
            do { return try await archive.aircraft(heardDuring: during, after: after, limit: Self.page) } catch {
                throw .archive(error)
            }
        }
        guard after == nil else { return [] }
        let days = try await look(into: area, during: during)
        present = (during, days)
        return days.keys.sorted()
    }

    /// The days on which an aircraft was heard, within the time asked for.
    func days(of aircraft: ArchivedAircraft, in days: ClosedRange<Int64>) async throws(ExportError) -> [Int64] {
        if let present, request.aircraft == nil {
            return (present.days[aircraft] ?? []).filter(days.contains).sorted()
        }
        guard days.count > 2 else { return Array(days) }
        do { return try await archive.days(of: aircraft).map(\.number).filter(days.contains).sorted() } catch {
            throw .archive(error)
        }
    }

    /// One aircraft on one day.
    ///
    /// - Returns: `nil` when there is nothing of it.
    /// - Throws: `forbidden` or `incompatible` as soon as something that goes out must not.
    mutating func slice(_ aircraft: ArchivedAircraft, day: Int64) async throws(ExportError) -> TraceSlice? {
        let time = CalendarDay(number: day).range.clamped(to: request.during)
        guard !time.isEmpty, let found = try await TracePiece(of: aircraft, during: time, request, archive) else {
            return nil
        }
        incompleteDays.formUnion(found.evidence.incompleteDays)
        damagedChunks.formUnion(found.evidence.damagedChunks)
        let kept = within(found.rows)
        guard !kept.isEmpty else { return nil }
        let (licences, names) = try await licences(of: kept, found, during: time)
        let end = time.upperBound.milliseconds
        return TraceSlice(
            aircraft: aircraft,
            rows: kept,
            licences: licences,
            receiverSets: found.sets,
            names: names.filter { $0.milliseconds < end }.sorted { $0.milliseconds < $1.milliseconds },
            realm: realm
        )
    }

    // MARK: - Parts

    /// Hours that are looked through at once for who was in a box.
    private static let lookSeconds = 3_600.0

    /// Who was in the area, on which days.
    private mutating func look(
        into area: ArchiveArea,
        during: Range<Timestamp>
    ) async throws(ExportError) -> [ArchivedAircraft: Set<Int64>] {
        var found: [ArchivedAircraft: Set<Int64>] = [:]
        var (time, seconds) = (during.lowerBound, Self.lookSeconds)
        while time < during.upperBound {
            guard !Task.isCancelled else { throw .cancelled }
            let slice = time..<min(during.upperBound, time.advanced(bySeconds: seconds))
            let traces: [Trace]
            do { traces = try await archive.traces(in: area, during: slice, limit: Self.page) } catch {
                throw .archive(error)
            }
            // An answer that is cut may lack whole aircraft.
            if seconds > 1, traces.contains(where: \.evidence.isCut) {
                seconds = max(1, seconds / 4)
                continue
            }
            for trace in traces {
                incompleteDays.formUnion(trace.evidence.incompleteDays)
                damagedChunks.formUnion(trace.evidence.damagedChunks)
                guard !trace.observations.isEmpty else { continue }
                found[trace.aircraft, default: []].formUnion(CalendarDay.days(of: slice))
            }
            time = slice.upperBound
            seconds = min(Self.lookSeconds, seconds * 2)
        }
        return found
    }

    /// Under which terms each row came, and whether all may go out. Rows that are left out do not count, nor do names that came with them.
    private mutating func licences(
        of kept: [Observation],
        _ found: TracePiece,
        during time: Range<Timestamp>
    ) async throws(ExportError) -> ([LicenceTag?], names: [IdentityChange]) {
        guard found.evidence.licences.count > 1, archive.holding(only: []) != nil else {
            try mix.add(found.evidence, of: found.aircraft)
            let only = found.evidence.licences.count == 1 ? found.evidence.licences.first : nil
            return (kept.map { _ in only }, found.names)
        }
        var known: [Observation: [LicenceTag]] = [:]
        var parts: [LicenceTag: TracePiece] = [:]
        // The freest first: a row that came under two is the freer one's.
        for licence in LicenceTag.allCases where found.evidence.licences.contains(licence) {
            guard let part = archive.holding(only: [licence]),
                let rows = try await TracePiece(of: found.aircraft, during: time, request, part)
            else { continue }
            for row in rows.rows { known[TracePiece.bare(row), default: []].append(licence) }
            parts[licence] = rows
        }
        let licences = kept.map { row -> LicenceTag? in
            let bare = TracePiece.bare(row)
            guard let licence = known[bare]?.first else { return nil }
            if known[bare]?.count ?? 0 > 1 { known[bare]?.removeFirst() }
            return licence
        }
        var evidence = ArchiveEvidence()
        evidence.licences = Set(licences.map { $0 ?? .unknown })
        let used = parts.filter { evidence.licences.contains($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }
        for (_, part) in used { evidence.origins.formUnion(part.evidence.origins) }
        try mix.add(evidence, of: found.aircraft)
        var names: [IdentityChange] = []
        for (_, part) in used { names += part.names.filter { !names.contains($0) } }
        return (licences, names)
    }

    /// The rows in the area asked for; what lies between is not joined.
    private func within(_ rows: [Observation]) -> [Observation] {
        guard let area = request.area else { return rows }
        var kept: [Observation] = []
        var hasLeft = false
        for var row in rows {
            guard let position = row.position, area.contains(position) else {
                hasLeft = !kept.isEmpty
                continue
            }
            if hasLeft { row.flags.insert(.afterGap) }
            hasLeft = false
            kept.append(row)
        }
        return kept
    }
}
