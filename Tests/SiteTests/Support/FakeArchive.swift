import Aero
import Synchronization

@testable import Site
@testable import Tracking

/// An archive in memory: slow, simple, and what the site's tests hold its questions against.
final class FakeArchive: TrackArchive {
    struct Row: Sendable {
        let aircraft: ArchivedAircraft
        let observation: Observation
        let receivers: ReceiverSet
        let licence: LicenceTag
        let origin: String?
    }

    struct State: Sendable {
        var rows: [Row] = []
        var names: [IdentityChange] = []
        var namesLicences: [IdentityChange: Set<LicenceTag>] = [:]
        var incompleteDays: Set<Int64> = []
        var damagedChunks: [Int64] = []
        /// Rows under other terms are left out and counted; `nil`: of any terms.
        var chosen: Set<LicenceTag>?
        /// Every question fails so.
        var failure: ArchiveError?
        /// How often something was asked.
        var questions = 0
    }

    private let state = Mutex(State())

    init(_ batches: ObservationBatch...) { for batch in batches { keep(batch) } }

    func set(_ change: (inout sending State) -> Void) { state.withLock { change(&$0) } }
    var questions: Int { state.withLock { $0.questions } }

    func append(_ batch: ObservationBatch) async throws(ArchiveError) { keep(batch) }

    func keep(_ batch: ObservationBatch) {
        state.withLock { state in
            for name in batch.names { state.namesLicences[name, default: []].insert(batch.licence) }
            state.names = (state.names + batch.names).sorted { $0.milliseconds < $1.milliseconds }
            for row in batch.rows {
                state.rows.append(
                    Row(
                        aircraft: row.aircraft,
                        observation: row.observation,
                        receivers: batch.receiverSets[Int(row.observation.heardBy)],
                        licence: batch.licence,
                        origin: batch.origin
                    )
                )
            }
            state.rows.sort { $0.observation.milliseconds < $1.observation.milliseconds }
        }
    }

    private func asked() throws(ArchiveError) -> State {
        let now = state.withLock { state in
            state.questions += 1
            return state
        }
        if let failure = now.failure { throw failure }
        return now
    }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        let state = try asked()
        let rows = state.rows.filter {
            $0.aircraft == aircraft && during.contains($0.observation.time)
                && (withoutPositions || $0.observation.hasPosition)
        }
        return state.trace(aircraft, rows, during, isCut: false)
    }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace] {
        let state = try asked()
        let found = state.rows.filter { row in
            during.contains(row.observation.time) && row.observation.position.map(area.contains) ?? false
        }
        let rows = found.prefix(limit)
        return Dictionary(grouping: rows, by: \.aircraft).sorted { $0.key < $1.key }.map { aircraft, rows in
            state.trace(aircraft, rows, during, isCut: rows.count < found.count && found.count > limit)
        }
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        let state = try asked()
        let near = state.rows.filter { state.isChosen($0) && abs($0.observation.time.seconds(since: time)) <= 60 }
        let found = Dictionary(grouping: near, by: \.aircraft).compactMap { aircraft, rows -> NearbyAircraft? in
            let closest = rows.filter(\.observation.hasPosition).min { left, right in
                abs(left.observation.time.seconds(since: time)) < abs(right.observation.time.seconds(since: time))
            }
            guard let observation = closest?.observation, let position = observation.position else { return nil }
            let distance = Geodesy.distance(place, position)
            return distance <= radius ? NearbyAircraft(aircraft, observation, distance: distance) : nil
        }
        return Array(found.sorted { $0.distance < $1.distance }.prefix(limit))
    }

    func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? {
        let other = FakeArchive()
        let state = state.withLock { $0 }
        other.set {
            $0 = state
            $0.chosen = licences
        }
        return other
    }

    func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        let state = try asked()
        var evidence = ArchiveEvidence()
        evidence.damagedChunks = state.damagedChunks
        for row in state.rows where !state.isChosen(row) && abs(row.observation.time.seconds(since: time)) <= 60 {
            guard let position = row.observation.position, Geodesy.distance(place, position) <= radius else { continue }
            evidence.withheld[row.aircraft, default: 0] += 1
        }
        return evidence
    }

    func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        let rows = try asked().rows.filter { $0.aircraft == aircraft }
        guard let first = rows.first, let last = rows.last else { return nil }
        return first.observation.time..<last.observation.time.advanced(bySeconds: 1e-3)
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        let state = try asked()
        let told = state.names.filter { name in
            name.aircraft == aircraft && name.field == .callsign
                && (state.chosen.map { !$0.isDisjoint(with: state.namesLicences[name] ?? []) } ?? true)
        }
        return Array(ArchivedCallsign.uses(of: told.map { ($0.value, $0.milliseconds) }).prefix(limit))
    }

    func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        let state = try asked()
        return state.days(state.rows.filter { $0.aircraft == aircraft })
    }

    func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        let state = try asked()
        return state.days(state.rows.filter { range.contains($0.observation.time) })
    }

    func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        try asked().incompleteDays.filter { UTCDay(number: $0).range.overlaps(range) }
    }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        let heard = try asked().rows.filter { heardDuring.contains($0.observation.time) }.map(\.aircraft)
        return Array(Set(heard).sorted().filter { one in after.map { one > $0 } ?? true }.prefix(limit))
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        let range = during.lowerBound.milliseconds..<during.upperBound.milliseconds
        let found = try asked().names.filter {
            $0.field == field && range.contains($0.milliseconds) && $0.value.hasPrefix(prefix)
        }
        return Array(found.prefix(limit))
    }
}

extension FakeArchive.State {
    fileprivate func isChosen(_ row: FakeArchive.Row) -> Bool { chosen?.contains(row.licence) ?? true }

    fileprivate func trace(
        _ aircraft: ArchivedAircraft,
        _ rows: [FakeArchive.Row],
        _ during: Range<Timestamp>,
        isCut: Bool
    ) -> Trace {
        var sets: [ReceiverSet] = [.empty]
        var trace = Trace(aircraft)
        let withheld = rows.count { !isChosen($0) }
        if withheld > 0 { trace.evidence.withheld[aircraft] = withheld }
        for row in rows where isChosen(row) {
            var observation = row.observation
            let place = sets.firstIndex(of: row.receivers) ?? sets.count
            if place == sets.count { sets.append(row.receivers) }
            observation.heardBy = UInt32(place)
            trace.observations.append(observation)
            trace.evidence.licences.insert(row.licence)
            if let origin = row.origin { trace.evidence.origins.insert(origin) }
        }
        trace.receiverSets = sets
        let own = names.filter { name in
            name.aircraft == aircraft && name.milliseconds < during.upperBound.milliseconds
                && !(chosen?.isDisjoint(with: namesLicences[name] ?? []) ?? false)
        }
        for field in IdentityChange.Field.allCases {
            let all = own.filter { $0.field == field }
            if let before = all.last(where: { $0.milliseconds < during.lowerBound.milliseconds }) {
                trace.names.append(before)
            }
            trace.names += all.filter { $0.milliseconds >= during.lowerBound.milliseconds }
        }
        trace.evidence.chunks = rows.isEmpty ? [] : [1]
        trace.evidence.damagedChunks = damagedChunks
        let covered = UTCDay(of: during.lowerBound).number...UTCDay(of: during.upperBound).number
        trace.evidence.incompleteDays = incompleteDays.filter(covered.contains)
        trace.evidence.isCut = isCut
        return trace
    }

    fileprivate func days(_ rows: [FakeArchive.Row]) -> [ArchivedDay] {
        Dictionary(grouping: rows) { UTCDay(of: $0.observation.time).number }.sorted { $0.key < $1.key }.map {
            day,
            rows in
            ArchivedDay(
                number: day,
                aircraft: Set(rows.map(\.aircraft)).count,
                positions: rows.count { $0.observation.hasPosition },
                otherObservations: rows.count { !$0.observation.hasPosition },
                isComplete: !incompleteDays.contains(day)
            )
        }
    }
}
