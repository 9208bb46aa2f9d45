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
    private static let page = 500

    init(_ archive: any TrackArchive, _ request: ExportRequest, _ realm: ArchiveRealm) {
        self.archive = archive
        self.request = request
        self.realm = realm
    }

    /// The aircraft of a time, behind one; empty at the end.
    func aircraft(during: Range<Timestamp>, after: ArchivedAircraft?) async throws(ExportError) -> [ArchivedAircraft] {
        if let list = request.aircraft {
            let sorted = Set(list).sorted()
            return after == nil ? sorted : []
        }
        do { return try await archive.aircraft(heardDuring: during, after: after, limit: Self.page) } catch {
            throw .archive(error)
        }
    }

    /// The days on which an aircraft was heard, within the time asked for.
    func days(of aircraft: ArchivedAircraft, in days: ClosedRange<Int64>) async throws(ExportError) -> [Int64] {
        guard days.count > 2 else { return Array(days) }
        do { return try await archive.days(of: aircraft).map(\.number).filter(days.contains).sorted() } catch {
            throw .archive(error)
        }
    }

    /// One aircraft on one day.
    ///
    /// - Returns: `nil` when there is nothing of it.
    /// - Throws: `forbidden` or `incompatible` as soon as something must not go out.
    mutating func slice(_ aircraft: ArchivedAircraft, day: Int64) async throws(ExportError) -> TraceSlice? {
        let time = CalendarDay(number: day).range.clamped(to: request.during)
        guard !time.isEmpty else { return nil }
        var rows: [Observation] = []
        var sets: [ReceiverSet] = []
        var names: [IdentityChange] = []
        var start = time.lowerBound
        while true {
            let trace: Trace
            do {
                trace = try await archive.trace(
                    of: aircraft,
                    during: start..<time.upperBound,
                    withoutPositions: request.rowsWithoutPositions
                )
            } catch { throw .archive(error) }
            if trace.observations.isEmpty && rows.isEmpty && !trace.evidence.isCut { return nil }
            try mix.add(trace.evidence, of: aircraft)
            incompleteDays.formUnion(trace.evidence.incompleteDays)
            damagedChunks.formUnion(trace.evidence.damagedChunks)
            if names.isEmpty {
                names = trace.names
            } else {
                names.append(contentsOf: trace.names.filter { !names.contains($0) })
            }
            let isFurther = Self.add(trace, to: &rows, &sets)
            guard trace.evidence.isCut else { break }
            guard isFurther, let last = rows.last else {
                throw .archive(.failed("an answer was cut and does not go on"))
            }
            start = last.time
        }
        let kept = within(rows)
        guard !kept.isEmpty else { return nil }
        let end = time.upperBound.milliseconds
        return TraceSlice(
            aircraft: aircraft,
            rows: kept,
            receiverSets: sets,
            names: names.filter { $0.milliseconds < end }.sorted { $0.milliseconds < $1.milliseconds },
            realm: realm
        )
    }

    // MARK: - Parts

    /// Puts the rows of an answer behind those of the one before, which may end with the same.
    ///
    /// - Returns: whether there was any that is new.
    private static func add(_ trace: Trace, to rows: inout [Observation], _ sets: inout [ReceiverSet]) -> Bool {
        let base = UInt32(sets.count)
        let last = rows.last?.milliseconds ?? .min
        let known = Set(rows.reversed().prefix { $0.milliseconds == last }.map { Self.bare($0) })
        var isFurther = false
        sets.append(contentsOf: trace.receiverSets)
        for var row in trace.observations where row.milliseconds > last || !known.contains(bare(row)) {
            row.heardBy = trace.receiverSets.indices.contains(Int(row.heardBy)) ? base + row.heardBy : base
            rows.append(row)
            isFurther = true
        }
        return isFurther
    }

    private static func bare(_ row: Observation) -> Observation {
        var bare = row
        bare.heardBy = 0
        return bare
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
