public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    public nonisolated func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        let ends: (Int64, Int64)? = try await ask { database, open in
            let bound = "address = :address AND address_kind = :kind"
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT
                        (SELECT min(t0) FROM chunk WHERE \(bound)
                            AND start < (SELECT min(start) FROM chunk WHERE \(bound)) + \(Moments.day)),
                        (SELECT max(t1) FROM chunk WHERE \(bound)
                            AND start > (SELECT max(start) FROM chunk WHERE \(bound)) - \(Moments.day))
                    """,
                arguments: ["address": aircraft.address.rawValue, "kind": aircraft.kind.rawValue]
            )
            var (first, last): (Int64, Int64) = (row?[0] ?? .max, row?[1] ?? .min)
            for generation in open {
                for (_, track) in generation.tracks(of: aircraft) {
                    first = min(first, track.summary.first)
                    last = max(last, track.summary.last)
                }
            }
            return first <= last ? (first, last) : nil
        }
        return ends.map { Self.time($0.0)..<Self.time(Moments.end(after: $0.1)) }
    }

    public nonisolated func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        let unread = unreadDays
        return try await ask { database, open in
            var counts = DayCounts()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT address, address_kind, start, form, n FROM chunk WHERE address = ? AND address_kind = ?
                    """,
                arguments: [aircraft.address.rawValue, aircraft.kind.rawValue]
            )
            try counts.add(rows)
            for generation in open {
                for (_, track) in generation.tracks(of: aircraft) { counts.add(track, of: aircraft, in: nil) }
            }
            return try counts.days(database, incomplete: unread)
        }
    }

    public nonisolated func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        try await counts(in: range, without: nil)
    }

    public nonisolated func days(
        in range: Range<Timestamp>,
        without isLeftOut: @escaping @Sendable (ArchivedAircraft, Int64) -> Bool
    ) async throws(ArchiveError) -> [ArchivedDay] {
        try await counts(in: range, without: isLeftOut)
    }

    private nonisolated func counts(
        in range: Range<Timestamp>,
        without isLeftOut: (@Sendable (ArchivedAircraft, Int64) -> Bool)?
    ) async throws(ArchiveError) -> [ArchivedDay] {
        let times = Moments.milliseconds(range)
        guard !times.isEmpty else { return [] }
        let days = Moments.dayNumber(times.lowerBound)...Moments.dayNumber(times.upperBound - 1)
        let unread = unreadDays
        return try await ask { database, open in
            var counts = DayCounts(without: isLeftOut)
            for generation in open {
                for (key, track) in generation.tracks { counts.add(track, of: key.aircraft, in: days) }
            }
            // Who of the rows not sealed yet is in the chunks too, only these tell.
            let lines = isLeftOut == nil ? try DayCountTable.counts(of: days, in: database) : [:]
            let counted = lines.filter { counts.counts[$0.key] == nil }
            counts.add(counted: counted)
            var next = days.lowerBound
            while let day = try DayCountTable.firstDay(from: next, through: days.upperBound, in: database) {
                if counted[day] == nil { try DayCountTable.addChunks(of: day, to: &counts, in: database) }
                next = day + 1
            }
            return try counts.days(database, booked: days, incomplete: unread)
        }
    }

    public nonisolated func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        let times = Moments.milliseconds(range)
        guard !times.isEmpty else { return [] }
        let days = Moments.dayNumber(times.lowerBound)...Moments.dayNumber(times.upperBound - 1)
        let known = try await ask { database, _ in try DayManifests.incompleteDays(in: times, database) }
        return known.union(unreadDays.filter(days.contains))
    }

    public nonisolated func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        guard limit > 0 else { throw .badQuestion("at least one aircraft must be asked for") }
        let times = Moments.milliseconds(heardDuring)
        return try await ask { database, open in
            var heard = HeardAircraft(during: times, after: after)
            try heard.addChunks(from: database)
            for generation in open { heard.add(generation) }
            return Array(heard.all.sorted().prefix(limit))
        }
    }

    public nonisolated func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        guard limit > 0 else { throw .badQuestion("at least one name must be asked for") }
        guard prefix.utf8.allSatisfy({ (32..<127).contains($0) }) else { return [] }
        let times = Moments.milliseconds(during)
        return try await ask { database, open in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT address, address_kind, t, field, value FROM identity_change
                    WHERE field = ? AND value >= ? AND value < ? AND t >= ? AND t < ? ORDER BY t, address, value LIMIT ?
                    """,
                arguments: [
                    field.rawValue, prefix, prefix + "\u{7F}", times.lowerBound, times.upperBound, limit,
                ]
            )
            var changes = rows.compactMap { IdentityTable.change($0) }
            for generation in open {
                changes += generation.names.values.joined().lazy.map(\.change).filter {
                    $0.field == field && $0.value.hasPrefix(prefix) && times.contains($0.milliseconds)
                }
            }
            let once = Set(changes).sorted {
                ($0.milliseconds, $0.aircraft, $0.value) < ($1.milliseconds, $1.aircraft, $1.value)
            }
            return Array(once.prefix(limit))
        }
    }

    static func time(_ milliseconds: Int64) -> Timestamp {
        let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return Timestamp(nanoseconds: overflow ? (milliseconds < 0 ? .min : .max) : nanoseconds)
    }
}
