import Aero
import Testing
import Tracking

@testable import Store

/// What an archive holds of a time, told so that two archives can be compared: who heard what only by their number.
struct TraceComparison: Equatable {
    struct Row: Equatable {
        let observation: Observation
        let receivers: Int
    }

    var rows: [ArchivedAircraft: [Row]] = [:]
    var names: [ArchivedAircraft: Set<IdentityChange>] = [:]

    init(_ archive: any TrackArchive, _ during: Range<Timestamp>) async throws {
        var last: ArchivedAircraft?
        while true {
            let page = try await archive.aircraft(heardDuring: during, after: last, limit: 7)
            guard let end = page.last else { return }
            for aircraft in page {
                let trace = try await archive.trace(of: aircraft, during: during, withoutPositions: true)
                rows[aircraft] = trace.observations.map { row in
                    var bare = row
                    bare.heardBy = 0
                    return Row(observation: bare, receivers: trace.receiverSets[Int(row.heardBy)].count)
                }
                names[aircraft] = Set(trace.names)
            }
            last = end
        }
    }

    var count: Int { rows.values.reduce(0) { $0 + $1.count } }

    /// Says where two differ first, shorter than a whole dump.
    func difference(_ other: TraceComparison) -> String? {
        guard rows.keys.sorted() == other.rows.keys.sorted() else {
            return "aircraft \(rows.count) \(other.rows.count)"
        }
        for (aircraft, mine) in rows {
            let theirs = other.rows[aircraft] ?? []
            if mine.count != theirs.count { return "\(aircraft): \(mine.count) and \(theirs.count) rows" }
            for (left, right) in zip(mine, theirs) where left != right { return "\(aircraft): \(left)\n\(right)" }
            if names[aircraft] != other.names[aircraft] {
                return
                    "\(aircraft): names \(String(describing: names[aircraft]))\n\(String(describing: other.names[aircraft]))"
            }
        }
        return nil
    }
}
