import Aero
import Tracking

/// All that an archive has of one aircraft in a time, however many answers that takes.
struct TracePiece {
    let aircraft: ArchivedAircraft
    private(set) var rows: [Observation] = []
    private(set) var sets: [ReceiverSet] = []
    private(set) var names: [IdentityChange] = []
    private(set) var evidence = ArchiveEvidence()

    /// - Returns: `nil` where there is nothing.
    init?(
        of aircraft: ArchivedAircraft,
        during time: Range<Timestamp>,
        _ request: ExportRequest,
        _ archive: any TrackArchive
    ) async throws(ExportError) {
        self.aircraft = aircraft
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
            note(trace.evidence)
            if trace.observations.isEmpty && rows.isEmpty && !trace.evidence.isCut {
                guard !evidence.damagedChunks.isEmpty else { return nil }
                return
            }
            names.append(contentsOf: trace.names.filter { !names.contains($0) })
            let isFurther = add(trace)
            guard trace.evidence.isCut else { return }
            guard isFurther, let last = rows.last else {
                throw .archive(.failed("an answer was cut and does not go on"))
            }
            start = last.time
        }
    }

    private mutating func note(_ other: ArchiveEvidence) {
        evidence.licences.formUnion(other.licences)
        evidence.origins.formUnion(other.origins)
        evidence.incompleteDays.formUnion(other.incompleteDays)
        evidence.damagedChunks += other.damagedChunks
    }

    /// Puts the rows of an answer behind those of the one before, which may end with the same.
    ///
    /// - Returns: whether there was any that is new.
    private mutating func add(_ trace: Trace) -> Bool {
        let base = UInt32(sets.count)
        let last = rows.last?.milliseconds ?? .min
        let known = Set(rows.reversed().prefix { $0.milliseconds == last }.map { Self.bare($0) })
        var isFurther = false
        sets.append(contentsOf: trace.receiverSets)
        for var row in trace.observations where row.milliseconds > last || !known.contains(Self.bare(row)) {
            row.heardBy = trace.receiverSets.indices.contains(Int(row.heardBy)) ? base + row.heardBy : base
            rows.append(row)
            isFurther = true
        }
        return isFurther
    }

    /// A row without who heard it, and without the mark that an export may have set.
    static func bare(_ row: Observation) -> Observation {
        var bare = row
        bare.heardBy = 0
        bare.flags.remove(.afterGap)
        return bare
    }
}
