public import Aero

/// An archive as one audience may see it: whoever is hidden from it is not there, at the times he is hidden.
///
/// The answer for a hidden aircraft is the answer for one that was never heard, and takes the same way: another address, which nobody
/// has, is asked for in its place. Counts of days leave hidden aircraft out. Read only.
public struct DiscreetArchive: TrackArchive {
    let archive: any TrackArchive
    let audience: Audience
    /// Whether it may be told which receivers heard a row; where a row begins to be heard tells where they stand.
    let tellsReceivers: Bool
    /// The part of the sky that is shown. Rows elsewhere are left out, and of an aircraft everything is told as though they had never been
    /// heard: when first and last, on which days, how often, under which names. Counts of all aircraft by day are of everything that is not
    /// hidden.
    let shownSky: ShownSky
    private let current: @Sendable () -> SuppressionRules

    /// An address nobody has.
    static let nobody = ArchivedAircraft(AircraftAddress(other: 0), kind: .ambiguous)

    public init(
        _ archive: any TrackArchive,
        for audience: Audience,
        tellsReceivers: Bool,
        shownSky: ShownSky = ShownSky(),
        rules: @escaping @Sendable () -> SuppressionRules
    ) {
        self.archive = archive
        self.audience = audience
        self.tellsReceivers = tellsReceivers
        self.shownSky = shownSky
        current = rules
    }

    public func append(_ batch: ObservationBatch) async throws(ArchiveError) {
        throw .badQuestion("nothing is written through a view of an archive")
    }

    public func trace(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        let rules = current()
        let hidden = rules.hiddenTimes(of: aircraft.address, from: audience)
        guard !hidden.isEmpty else {
            return shown(try await archive.trace(of: aircraft, during: range, withoutPositions: withoutPositions))
        }
        let unknown = try await archive.trace(of: Self.nobody, during: range, withoutPositions: withoutPositions)
        var trace = Trace(aircraft, evidence: unknown.evidence)
        if Self.isAlways(hidden) { return shown(trace) }
        let start = range.lowerBound..<range.lowerBound.advanced(bySeconds: 1e-3)
        let known = try await archive.trace(of: aircraft, during: start, withoutPositions: true).names
        let earlier = known.filter { $0.milliseconds < range.lowerBound.milliseconds }
        trace.names = try await unheard(earlier, of: aircraft, before: range.lowerBound, rules)
        for part in rules.visibleTimes(of: aircraft.address, in: range, from: audience) {
            var found = try await archive.trace(of: aircraft, during: part, withoutPositions: withoutPositions)
            found.names.removeAll { $0.milliseconds < part.lowerBound.milliseconds }
            trace.join(found)
            if found.evidence.isCut { break }
        }
        return shown(trace)
    }

    /// Whether an aircraft is hidden whenever it was.
    static func isAlways(_ hidden: [Range<Timestamp>]) -> Bool {
        hidden.count == 1 && hidden[0].lowerBound.nanoseconds == .min && hidden[0].upperBound.nanoseconds == .max
    }

    /// The names at the beginning of a time as they would be had nothing been heard while it was hidden.
    private func unheard(
        _ names: [IdentityChange],
        of aircraft: ArchivedAircraft,
        before start: Timestamp,
        _ rules: SuppressionRules
    ) async throws(ArchiveError) -> [IdentityChange] {
        let hidden = rules.hiddenTimes(of: aircraft.address, from: audience)
        func times(of name: IdentityChange) -> Range<Timestamp>? {
            hidden.first { ($0.lowerBound.milliseconds..<$0.upperBound.milliseconds).contains(name.milliseconds) }
        }
        var names = names
        while let lost = names.firstIndex(where: { times(of: $0) != nil }) {
            let field = names[lost].field
            guard names[lost].milliseconds < start.milliseconds, let begin = times(of: names[lost])?.lowerBound,
                begin.nanoseconds > .min + 1_000_000
            else {
                names.remove(at: lost)
                continue
            }
            let moment = begin.advanced(bySeconds: -1e-3)..<begin
            let earlier = try await archive.trace(of: aircraft, during: moment, withoutPositions: true).names
            names.remove(at: lost)
            if let name = earlier.last(where: { $0.field == field }), name.milliseconds < begin.milliseconds {
                names.insert(name, at: lost)
            }
        }
        return names
    }

    public func traces(
        in area: ArchiveArea,
        during range: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [Trace] {
        let rules = current()
        let found = try await archive.traces(in: area, during: range, limit: limit)
        guard rules.hidesAnything(from: audience) || !shownSky.isWhole else { return found.map(shown) }
        var kept: [Trace] = []
        for var trace in found {
            let hidden = rules.hiddenTimes(of: trace.aircraft.address, from: audience)
            guard !hidden.isEmpty || !shownSky.isWhole else {
                kept.append(shown(trace))
                continue
            }
            trace.observations.removeAll { row in !shows(row) || hidden.contains { $0.contains(row.time) } }
            guard !trace.observations.isEmpty else { continue }
            trace.names = try await unheard(trace.names, of: trace.aircraft, before: range.lowerBound, rules)
            kept.append(shown(trace))
        }
        return kept
    }

    public func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        let rules = current()
        var asked = limit
        while true {
            let found = try await archive.aircraft(near: place, within: radius, at: time, limit: asked)
            let kept = found.filter { one in
                let moment = one.observation.time...one.observation.time
                return shows(one.observation) && !rules.hides(one.aircraft.address, from: audience, during: moment)
            }
            guard kept.count < limit, found.count >= asked, asked < 1 << 20 else { return Array(kept.prefix(limit)) }
            asked *= 4
        }
    }

    /// Whether a row lies in the part of the sky that is shown.
    private func shows(_ row: Observation) -> Bool {
        guard !shownSky.isWhole else { return true }
        let altitude = row.flags.contains(.onGround) ? 0 : row.barometricAltitude ?? row.geometricAltitude
        return shownSky.shows(row.position, altitude: altitude)
    }

    public func aircraft(
        heardDuring range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        let rules = current()
        var (kept, last) = ([ArchivedAircraft](), after)
        while kept.count < limit {
            let page = try await archive.aircraft(heardDuring: range, after: last, limit: limit)
            for one in page where kept.count < limit {
                if try await isHeard(one, during: range, rules) { kept.append(one) }
            }
            guard page.count >= limit, let end = page.last else { break }
            last = end
        }
        return kept
    }

    private func isHeard(
        _ aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        _ rules: SuppressionRules
    ) async throws(ArchiveError) -> Bool {
        let hidden = rules.hiddenTimes(of: aircraft.address, from: audience)
        guard shownSky.isWhole else { return try await firstRow(of: aircraft, during: range) != nil }
        guard hidden.contains(where: { $0.overlaps(range) }) else { return true }
        for part in rules.visibleTimes(of: aircraft.address, in: range, from: audience) {
            let trace = try await archive.trace(of: aircraft, during: part, withoutPositions: true)
            if !trace.observations.isEmpty { return true }
        }
        return false
    }

    public func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        let hidden = current().hiddenTimes(of: aircraft.address, from: audience)
        if !shownSky.isWhole { return try await callsignsByDay(of: aircraft, limit: limit) }
        if hidden.isEmpty { return try await archive.callsigns(of: aircraft, limit: limit) }
        if Self.isAlways(hidden) { return try await archive.callsigns(of: Self.nobody, limit: limit) }
        return try await callsignsByDay(of: aircraft, limit: limit)
    }

    public func incompleteDays(in range: Range<Timestamp>) async throws(ArchiveError) -> Set<Int64> {
        try await archive.incompleteDays(in: range)
    }

    public func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during range: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        let rules = current()
        var asked = limit
        while true {
            let found = try await archive.names(matching: prefix, field: field, during: range, limit: asked)
            let kept = found.filter { name in
                let (time, overflow) = name.milliseconds.multipliedReportingOverflow(by: 1_000_000)
                let moment = Timestamp(nanoseconds: overflow ? .max : time)
                return !rules.hides(name.aircraft.address, from: audience, during: moment...moment)
            }
            guard kept.count < limit, found.count >= asked, asked < 1 << 20 else {
                return try await told(Array(kept.prefix(limit)), during: range)
            }
            asked *= 4
        }
    }

    /// Names as they were told in the part of the sky that is shown: each from the first row there on, none that was told only elsewhere.
    private func told(
        _ names: [IdentityChange],
        during range: Range<Timestamp>
    ) async throws(ArchiveError) -> [IdentityChange] {
        guard !shownSky.isWhole else { return names }
        var told: [IdentityChange] = []
        for name in names {
            let (nanoseconds, overflow) = name.milliseconds.multipliedReportingOverflow(by: 1_000_000)
            let start = max(range.lowerBound, Timestamp(nanoseconds: overflow ? .max : nanoseconds))
            let end = min(range.upperBound, start.advanced(bySeconds: Double(Self.daySeconds)))
            guard start < end, let row = try await firstRow(of: name.aircraft, during: start..<end) else { continue }
            var name = name
            name.milliseconds = max(name.milliseconds, row.milliseconds)
            told.append(name)
        }
        return told
    }

    public func holding(only licences: Set<LicenceTag>) -> (any TrackArchive)? {
        archive.holding(only: licences).map {
            DiscreetArchive($0, for: audience, tellsReceivers: tellsReceivers, shownSky: shownSky, rules: current)
        }
    }

    public func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        var evidence = try await archive.evidence(near: place, within: radius, at: time)
        let rules = current()
        evidence.withheld = evidence.withheld.filter {
            !rules.hides($0.key.address, from: audience, during: time...time)
        }
        return evidence
    }

    /// Without what lies elsewhere and, where that is not told, what tells of receivers.
    private func shown(_ trace: Trace) -> Trace {
        var trace = trace
        if !shownSky.isWhole {
            trace.observations.removeAll { !shows($0) }
            trace.tellNamesWithRows()
        }
        guard !tellsReceivers else { return trace }
        trace.receiverSets = [.empty]
        for index in trace.observations.indices {
            trace.observations[index].heardBy = 0
            trace.observations[index].level = nil
        }
        return trace
    }

    func rules() -> SuppressionRules { current() }
}

extension Trace {
    /// Tells of every name from the first row on that has it; when it came while nothing was shown is not told, nor what no row has.
    fileprivate mutating func tellNamesWithRows() {
        var told: [IdentityChange] = []
        for var name in names {
            guard let row = observations.first(where: { $0.milliseconds >= name.milliseconds }) else { continue }
            name.milliseconds = row.milliseconds
            told.removeAll { $0.field == name.field && $0.milliseconds == name.milliseconds }
            told.append(name)
        }
        names = told
    }

    /// Goes on with a later part.
    fileprivate mutating func join(_ later: Trace) {
        var places: [UInt32] = []
        for set in later.receiverSets {
            let place = receiverSets.firstIndex(of: set) ?? receiverSets.count
            if place == receiverSets.count { receiverSets.append(set) }
            places.append(UInt32(place))
        }
        for var row in later.observations {
            row.heardBy = places.indices.contains(Int(row.heardBy)) ? places[Int(row.heardBy)] : 0
            observations.append(row)
        }
        names.append(contentsOf: later.names)
        evidence.chunks += later.evidence.chunks
        evidence.licences.formUnion(later.evidence.licences)
        evidence.origins.formUnion(later.evidence.origins)
        evidence.damagedChunks += later.evidence.damagedChunks.filter { !evidence.damagedChunks.contains($0) }
        evidence.incompleteDays.formUnion(later.evidence.incompleteDays)
        evidence.withheld.merge(later.evidence.withheld, uniquingKeysWith: +)
        evidence.isCut = later.evidence.isCut
    }
}
