import Aero
import Foundation
import ModeS
import Store
import Tracking

/// An archive in memory, as plain as can be: what the others are held against, and what the tests of imports and exports write into.
///
/// A row is the same row as another if all of it is, licence, origin and who heard it included. Its limits are those an archive on
/// a disk would have, small here so that tests meet them.
actor MemoryArchive: ErasableArchive {
    private struct Stored: Hashable {
        var observation: Observation
        var set: ReceiverSet
        let licence: LicenceTag
        let origin: String?
    }

    private struct Key: Hashable {
        let milliseconds: Int64
        let licence: LicenceTag
        let origin: String?
    }

    private struct Shelf {
        var rows: [Key: [Stored]] = [:]
        var names: [(change: IdentityChange, licence: LicenceTag, origin: String?)] = []
    }

    private var shelves: [ArchivedAircraft: Shelf] = [:]
    private let traceLimit: Int
    private(set) var batches = 0
    /// The append after so many fails, as a full disk does.
    var failsAfter: Int?

    init(traceLimit: Int = .max, failsAfter: Int? = nil) {
        self.traceLimit = traceLimit
        self.failsAfter = failsAfter
    }

    func heal() { failsAfter = nil }

    /// All rows of everybody.
    var count: Int { shelves.values.reduce(0) { $0 + $1.rows.values.reduce(0) { $0 + $1.count } } }
    var everybody: [ArchivedAircraft] { shelves.keys.sorted() }

    func append(_ batch: ObservationBatch) throws(ArchiveError) {
        if let failsAfter, batches >= failsAfter { throw .full(path: "memory") }
        batches += 1
        for row in batch.rows {
            guard batch.receiverSets.indices.contains(Int(row.observation.heardBy)) else {
                throw .failed("no such set")
            }
            let key = Key(milliseconds: row.observation.milliseconds, licence: batch.licence, origin: batch.origin)
            var bare = row.observation
            bare.heardBy = 0
            let stored = Stored(
                observation: bare,
                set: batch.receiverSets[Int(row.observation.heardBy)],
                licence: batch.licence,
                origin: batch.origin
            )
            var there = shelves[row.aircraft, default: Shelf()].rows[key] ?? []
            guard !there.contains(stored) else { continue }
            there.append(stored)
            shelves[row.aircraft, default: Shelf()].rows[key] = there
        }
        for name in batch.names {
            let known = shelves[name.aircraft, default: Shelf()].names
            guard
                !known.contains(where: { $0.change == name && $0.licence == batch.licence && $0.origin == batch.origin }
                )
            else { continue }
            shelves[name.aircraft, default: Shelf()].names.append((name, batch.licence, batch.origin))
        }
    }

    func erase(
        _ aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        licence: LicenceTag,
        origin: String
    ) -> Int {
        guard var shelf = shelves[aircraft] else { return 0 }
        var erased = 0
        for (key, rows) in shelf.rows
        where key.licence == licence && key.origin == origin && during.contains(CalendarInstant.time(key.milliseconds))
        {
            erased += rows.count
            shelf.rows[key] = nil
        }
        shelf.names.removeAll {
            $0.licence == licence && $0.origin == origin
                && during.contains(CalendarInstant.time($0.change.milliseconds))
        }
        shelves[aircraft] = shelf.rows.isEmpty && shelf.names.isEmpty ? nil : shelf
        return erased
    }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) throws(ArchiveError) -> Trace {
        guard during.lowerBound < during.upperBound else { throw .badQuestion("empty time") }
        guard let shelf = shelves[aircraft] else { return Trace(aircraft) }
        let rows = shelf.rows.values.joined().filter {
            during.contains($0.observation.time) && (withoutPositions || $0.observation.hasPosition)
        }
        return answer(aircraft, shelf, Array(rows), during)
    }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) throws(ArchiveError) -> [Trace] {
        guard limit > 0, !during.isEmpty else { throw .badQuestion("limit or time") }
        var traces: [Trace] = []
        for (aircraft, shelf) in shelves.sorted(by: { $0.key < $1.key }) where traces.count < limit {
            let rows = shelf.rows.values.joined().filter {
                during.contains($0.observation.time) && $0.observation.position.map(area.contains) ?? false
            }
            if !rows.isEmpty { traces.append(answer(aircraft, shelf, Array(rows), during)) }
        }
        return traces
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) throws(ArchiveError)
        -> [NearbyAircraft]
    {
        guard limit > 0 else { throw .badQuestion("limit") }
        var found: [NearbyAircraft] = []
        for (aircraft, shelf) in shelves {
            let near = shelf.rows.values.joined().filter { $0.observation.hasPosition }
                .min { abs($0.observation.time.seconds(since: time)) < abs($1.observation.time.seconds(since: time)) }
            guard let near, abs(near.observation.time.seconds(since: time)) <= 60,
                let position = near.observation.position
            else { continue }
            let distance = Geodesy.distance(place, position)
            if distance <= radius { found.append(NearbyAircraft(aircraft, near.observation, distance: distance)) }
        }
        return Array(found.sorted { ($0.distance, $0.aircraft) < ($1.distance, $1.aircraft) }.prefix(limit))
    }

    func span(of aircraft: ArchivedAircraft) -> Range<Timestamp>? {
        let times = shelves[aircraft]?.rows.keys.map(\.milliseconds) ?? []
        guard let first = times.min(), let last = times.max() else { return nil }
        return CalendarInstant.time(first)..<CalendarInstant.time(last + 1)
    }

    func days(of aircraft: ArchivedAircraft) -> [ArchivedDay] {
        Self.days([shelves[aircraft]].compactMap(\.self), Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max))
    }

    func days(in range: Range<Timestamp>) -> [ArchivedDay] { Self.days(Array(shelves.values), range) }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) throws(ArchiveError)
        -> [ArchivedAircraft]
    {
        guard limit > 0 else { throw .badQuestion("limit") }
        return Array(
            shelves.filter { aircraft, shelf in
                (after.map { aircraft > $0 } ?? true)
                    && shelf.rows.keys.contains { heardDuring.contains(CalendarInstant.time($0.milliseconds)) }
            }.keys.sorted().prefix(limit)
        )
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) -> [ArchivedCallsign] {
        let told = (shelves[aircraft]?.names ?? []).map(\.change).filter { $0.field == .callsign }
        return Array(ArchivedCallsign.uses(of: told.map { ($0.value, $0.milliseconds) }).prefix(limit))
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    )
        -> [IdentityChange]
    {
        let all = shelves.values.flatMap(\.names).map(\.change).filter {
            $0.field == field && $0.value.hasPrefix(prefix) && during.contains(CalendarInstant.time($0.milliseconds))
        }
        return Array(all.sorted { ($0.milliseconds, $0.aircraft) < ($1.milliseconds, $1.aircraft) }.prefix(limit))
    }

    // MARK: - Parts

    private func answer(
        _ aircraft: ArchivedAircraft,
        _ shelf: Shelf,
        _ found: [Stored],
        _ during: Range<Timestamp>
    ) -> Trace {
        let sorted = found.sorted {
            ($0.observation.milliseconds, $0.observation.hasPosition ? 0 : 1, $0.licence.rawValue, $0.origin ?? "")
                < (
                    $1.observation.milliseconds, $1.observation.hasPosition ? 0 : 1, $1.licence.rawValue,
                    $1.origin ?? ""
                )
        }
        var trace = Trace(aircraft)
        var places: [ReceiverSet: UInt32] = [.empty: 0]
        trace.evidence.isCut = sorted.count > traceLimit
        for stored in sorted.prefix(traceLimit) {
            var row = stored.observation
            if places[stored.set] == nil {
                places[stored.set] = UInt32(trace.receiverSets.count)
                trace.receiverSets.append(stored.set)
            }
            row.heardBy = places[stored.set] ?? 0
            trace.observations.append(row)
            trace.evidence.licences.insert(stored.licence)
            if let origin = stored.origin { trace.evidence.origins.insert(origin) }
        }
        let names = shelf.names.map(\.change).sorted {
            ($0.milliseconds, $0.field.rawValue, $0.value) < ($1.milliseconds, $1.field.rawValue, $1.value)
        }
        let begin = during.lowerBound.milliseconds
        for field in IdentityChange.Field.allCases {
            if let last = names.last(where: { $0.field == field && $0.milliseconds < begin }) {
                trace.names.append(last)
            }
        }
        trace.names += names.filter { during.contains(CalendarInstant.time($0.milliseconds)) }
        return trace
    }

    private static func days(_ shelves: [Shelf], _ range: Range<Timestamp>) -> [ArchivedDay] {
        var days: [Int64: (aircraft: Int, positions: Int, others: Int)] = [:]
        for shelf in shelves {
            var seen: Set<Int64> = []
            for stored in shelf.rows.values.joined() where range.contains(stored.observation.time) {
                let day = Int64((Double(stored.observation.milliseconds) / 86_400_000).rounded(.down))
                var count = days[day] ?? (0, 0, 0)
                if seen.insert(day).inserted { count.aircraft += 1 }
                if stored.observation.hasPosition { count.positions += 1 } else { count.others += 1 }
                days[day] = count
            }
        }
        return days.sorted { $0.key < $1.key }.map {
            ArchivedDay(
                number: $0.key,
                aircraft: $0.value.aircraft,
                positions: $0.value.positions,
                otherObservations: $0.value.others,
                isComplete: nil
            )
        }
    }
}

enum CalendarInstant {
    static func time(_ milliseconds: Int64) -> Timestamp {
        let (value, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return Timestamp(nanoseconds: overflow ? (milliseconds < 0 ? .min : .max) : value)
    }
}
