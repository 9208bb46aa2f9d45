import GRDB
import Tracking

/// Counts by day, from lines of days, from chunks and from rows not sealed yet.
struct DayCounts {
    struct Count {
        var aircraft: Set<ArchivedAircraft> = []
        var positions = 0
        var others = 0
        /// Aircraft of a line that does not say which.
        var counted = 0
    }

    private(set) var counts: [Int64: Count] = [:]
    private let isLeftOut: (@Sendable (ArchivedAircraft, Int64) -> Bool)?

    /// - Parameter isLeftOut: aircraft that do not count, on which day.
    init(without isLeftOut: (@Sendable (ArchivedAircraft, Int64) -> Bool)? = nil) { self.isLeftOut = isLeftOut }

    /// - Parameter days: of which nothing else is added.
    mutating func add(counted days: [Int64: Count]) { counts.merge(days) { _, counted in counted } }

    /// - Parameter rows: address, kind, start of the period in ms, form, count.
    mutating func add(_ rows: RowCursor) throws {
        while let row = try rows.next() {
            let day = Moments.dayNumber(row[2])
            let count: Int = row[4]
            let aircraft = ChunkRow.aircraft(row[0], row[1])
            if let isLeftOut, isLeftOut(aircraft, day) { continue }
            counts[day, default: Count()].aircraft.insert(aircraft)
            if row[3] == 0 {
                counts[day]?.positions.addBounded(count)
            } else {
                counts[day]?.others.addBounded(count)
            }
        }
    }

    mutating func add(_ track: OpenTrack, of aircraft: ArchivedAircraft, in days: ClosedRange<Int64>?) {
        let ends = Moments.dayNumber(track.summary.first)...Moments.dayNumber(track.summary.last)
        guard days?.overlaps(ends) ?? true else { return }
        for row in track.rows() {
            let day = Moments.dayNumber(row.milliseconds)
            guard days?.contains(day) ?? true else { continue }
            if let isLeftOut, isLeftOut(aircraft, day) { continue }
            counts[day, default: Count()].aircraft.insert(aircraft)
            if row.hasPosition {
                counts[day]?.positions += 1
            } else {
                counts[day]?.others += 1
            }
        }
    }

    /// - Parameters:
    ///   - booked: days of which those that are known not to be complete are given too where nothing is kept of them; `nil`: none.
    ///   - incomplete: days that are not complete, whatever the books say.
    func days(
        _ database: Database,
        booked: ClosedRange<Int64>? = nil,
        incomplete: Set<Int64>
    ) throws -> [ArchivedDay] {
        var counts = counts
        let kept = counts.keys.min().flatMap { first in counts.keys.max().map { first...$0 } }
        guard let days = booked ?? kept else { return [] }
        var complete = try DayManifests.completeness(of: days, database)
        for day in incomplete where days.contains(day) { complete[day] = false }
        if booked != nil {
            for (day, isComplete) in complete where !isComplete { counts[day, default: Count()].counted += 0 }
        }
        return counts.sorted { $0.key < $1.key }.map { day, count in
            var aircraft = count.aircraft.count
            aircraft.addBounded(count.counted)
            return ArchivedDay(
                number: day,
                aircraft: aircraft,
                positions: count.positions,
                otherObservations: count.others,
                isComplete: complete[day]
            )
        }
    }
}
