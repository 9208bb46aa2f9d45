public import Aero

extension DiscreetArchive {
    /// Rows with and without a position.
    private struct Count {
        var positions = 0
        var others = 0
        var isEmpty: Bool { positions + others == 0 }
    }

    static let daySeconds: Int64 = 86_400

    private static func range(of day: Int64) -> Range<Timestamp> {
        let start = Timestamp(seconds: Double(day * daySeconds))
        return start..<start.advanced(bySeconds: Double(daySeconds))
    }

    public func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        let hidden = rules().hiddenTimes(of: aircraft.address, from: audience)
        guard !hidden.isEmpty || !shownSky.isWhole else { return try await archive.span(of: aircraft) }
        let days = try await days(of: aircraft)
        guard let first = days.first, let last = days.last else { return try await archive.span(of: Self.nobody) }
        var span: (Timestamp, Timestamp)?
        for day in first.number == last.number ? [first.number] : [first.number, last.number] {
            try await eachRow(of: aircraft, during: Self.range(of: day)) { row in
                span = (min(span?.0 ?? row.time, row.time), max(span?.1 ?? row.time, row.time))
            }
        }
        return span.map { $0.0..<$0.1.advanced(bySeconds: 1e-3) }
    }

    public func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        let rules = rules()
        let hidden = rules.hiddenTimes(of: aircraft.address, from: audience)
        guard !hidden.isEmpty || !shownSky.isWhole else { return try await archive.days(of: aircraft) }
        guard !Self.isAlways(hidden) else { return try await archive.days(of: Self.nobody) }
        var kept: [ArchivedDay] = []
        for day in try await archive.days(of: aircraft) {
            let parts = rules.visibleTimes(of: aircraft.address, in: Self.range(of: day.number), from: audience)
            if shownSky.isWhole, parts == [Self.range(of: day.number)] {
                kept.append(day)
            } else if !parts.isEmpty {
                let count = try await count(of: aircraft, on: day.number)
                if !count.isEmpty { kept.append(day.with(aircraft: day.aircraft, count.positions, count.others)) }
            }
        }
        return kept
    }

    public func days(
        in range: Range<Timestamp>,
        without isLeftOut: @escaping @Sendable (ArchivedAircraft, Int64) -> Bool
    ) async throws(ArchiveError) -> [ArchivedDay] {
        let (rules, audience) = (rules(), audience)
        guard rules.hidesAnything(from: audience) else { return try await archive.days(in: range, without: isLeftOut) }
        let days = try await archive.days(in: range) { aircraft, day in
            let hidden = rules.hiddenTimes(of: aircraft.address, from: audience)
            return !hidden.isEmpty && hidden.contains { $0.overlaps(Self.range(of: day)) } || isLeftOut(aircraft, day)
        }
        guard !rules.isClosed || audience != .strangers else { return days }
        return try await adding(partly(rules, range, isLeftOut), to: days)
    }

    public func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        guard rules().hidesAnything(from: audience) else { return try await archive.days(in: range) }
        return try await days(in: range) { _, _ in false }
    }

    /// Who is hidden for a part of a day only, by day.
    private func partly(
        _ rules: SuppressionRules,
        _ range: Range<Timestamp>,
        _ isLeftOut: (ArchivedAircraft, Int64) -> Bool
    ) -> [Int64: [ArchivedAircraft]] {
        var found: [Int64: [ArchivedAircraft]] = [:]
        let edges =
            Self.day(
                of: range.lowerBound
            )...max(
                Self.day(of: range.lowerBound),
                Self.day(of: range.upperBound.advanced(bySeconds: -1e-3))
            )
        for bits in rules.hiddenAddresses(from: audience) {
            let times = rules.hiddenTimes(of: AircraftAddress(icao: bits), from: audience)
            let days = Set(times.flatMap { [Self.day(of: $0.lowerBound), Self.day(of: $0.upperBound)] })
            for day in days where edges.contains(day) {
                let parts = rules.visibleTimes(
                    of: AircraftAddress(icao: bits),
                    in: Self.range(of: day),
                    from: audience
                )
                guard !parts.isEmpty, parts != [Self.range(of: day)] else { continue }
                for address in [AircraftAddress(icao: bits), AircraftAddress(other: bits)] {
                    for kind in ArchivedAircraft.Kind.allCases {
                        let aircraft = ArchivedAircraft(address, kind: kind)
                        if !isLeftOut(aircraft, day) { found[day, default: []].append(aircraft) }
                    }
                }
            }
        }
        return found
    }

    private static func day(of time: Timestamp) -> Int64 {
        Int64((Double(time.nanoseconds / 1_000_000_000) / Double(daySeconds)).rounded(.down))
    }

    private func adding(
        _ partly: [Int64: [ArchivedAircraft]],
        to days: [ArchivedDay]
    ) async throws(ArchiveError) -> [ArchivedDay] {
        var byNumber = Dictionary(days.map { ($0.number, $0) }) { first, _ in first }
        for (number, list) in partly {
            for aircraft in list {
                let count = try await count(of: aircraft, on: number)
                guard !count.isEmpty else { continue }
                let day = byNumber[number]
                var isComplete = day?.isComplete
                if day == nil {
                    isComplete = try await archive.days(of: aircraft).first { $0.number == number }?.isComplete
                }
                byNumber[number] = ArchivedDay(
                    number: number,
                    aircraft: (day?.aircraft ?? 0) + 1,
                    positions: (day?.positions ?? 0) + count.positions,
                    otherObservations: (day?.otherObservations ?? 0) + count.others,
                    isComplete: isComplete
                )
            }
        }
        return byNumber.values.sorted { $0.number < $1.number }
    }

    private func count(of aircraft: ArchivedAircraft, on day: Int64) async throws(ArchiveError) -> Count {
        var count = Count()
        try await eachRow(of: aircraft, during: Self.range(of: day)) { row in
            if row.hasPosition { count.positions += 1 } else { count.others += 1 }
        }
        return count
    }

    /// The first row of an aircraft that is shown and not hidden, between two times; day after day, for most are shown on the first.
    func firstRow(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>
    ) async throws(ArchiveError) -> Observation? {
        let numbers = Self.day(of: range.lowerBound)...Self.day(of: max(range.lowerBound, range.upperBound))
        for day in try await archive.days(of: aircraft) where numbers.contains(day.number) {
            let part = Self.range(of: day.number).clamped(to: range)
            guard !part.isEmpty else { continue }
            var found: Observation?
            try await eachRow(of: aircraft, during: part) { found = found ?? $0 }
            if let found { return found }
        }
        return nil
    }

    /// Calls with every row that is shown and not hidden.
    private func eachRow(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        _ body: (Observation) -> Void
    ) async throws(ArchiveError) {
        var start = range.lowerBound
        while start < range.upperBound {
            let trace = try await trace(of: aircraft, during: start..<range.upperBound, withoutPositions: true)
            trace.observations.forEach(body)
            guard trace.evidence.isCut, let last = trace.observations.last?.time.advanced(bySeconds: 1e-3), last > start
            else { return }
            start = last
        }
    }
}

extension ArchivedDay {
    func with(aircraft: Int, _ positions: Int, _ others: Int) -> ArchivedDay {
        ArchivedDay(
            number: number,
            aircraft: aircraft,
            positions: positions,
            otherObservations: others,
            isComplete: isComplete
        )
    }
}
