public import Aero
public import Flights

/// Makes what the ranking knows of traffic and of hearing it, of days of the archive and of learned coverage.
public struct TrafficStudy: Sendable {
    private let days: [TrafficDay]
    private let hearing: LearnedCoverage?

    /// Landings known at an airport below which learned coverage says more.
    private static let enough = 3
    /// A quarter of a degree is 20 km across, and a landing heard from 30 km off is one.
    private static let fieldMetres = 45_000.0

    /// - Parameters:
    ///   - days: before the time that is watched.
    ///   - hearing: what was learned of who hears what; `nil` where nothing was, or where it may not be told.
    public init(days: [TrafficDay], hearing: LearnedCoverage?) {
        self.days = days.filter { !$0.isEmpty }
        self.hearing = hearing
    }

    /// - Parameters:
    ///   - watched: of receivers that were down in it nothing follows.
    ///   - unkept: times of which nothing is kept of any aircraft: nobody listened anywhere, as far as is known.
    public func knowledge(
        of stops: [ItineraryStop],
        watched: ClosedRange<Timestamp>,
        unkept: [ClosedRange<Timestamp>] = []
    ) -> ArchiveKnowledge {
        let airports = Set(stops.flatMap(\.airports))
        var counts: [String: DetectionRates.Count] = [:]
        var silences: [String: [ClosedRange<Timestamp>]] = [:]
        for airport in airports {
            let cell = CoverageCell(airport.position, altitude: 3_000, at: watched.lowerBound)
            counts[airport.code] = count(at: airport.position, cell, watched.lowerBound)
            silences[airport.code] = self.silences(cell, watched) + unkept
        }
        return ArchiveKnowledge(
            days: Double(days.count),
            landings: landings,
            detection: DetectionRates(counts: counts, silences: silences),
            air: air(at: watched.lowerBound)
        )
    }

    /// The subject's few are counted with all state aircraft: alone they land too seldom.
    private var landings: LandingRates {
        var aircraft: [AircraftRole: Set<AircraftAddress>] = [:]
        var counts: [TrafficDay.Landing: Int] = [:]
        for day in days {
            for (role, addresses) in day.aircraft { aircraft[Self.company(role), default: []].formUnion(addresses) }
            for (landing, count) in day.landings {
                counts[TrafficDay.Landing(cell: landing.cell, role: Self.company(landing.role)), default: 0] += count
            }
        }
        var numbers = aircraft.mapValues(\.count)
        numbers[.subjectFleet] = numbers[.otherGovernment]
        let rows = counts.sorted { ($0.key.cell.row, $0.key.cell.column) < ($1.key.cell.row, $1.key.cell.column) }
            .flatMap { landing, count in
                let roles: [AircraftRole] =
                    landing.role == .otherGovernment ? [.otherGovernment, .subjectFleet] : [landing.role]
                return roles.map { LandingRates.Count(position: landing.cell.middle, role: $0, landings: count) }
            }
        return LandingRates(aircraft: numbers, hours: Double(days.count) * 24, counts: rows)
    }

    private static func company(_ role: AircraftRole) -> AircraftRole {
        role == .subjectFleet ? .otherGovernment : role
    }

    private func count(
        at place: Position,
        _ cell: CoverageCell,
        _ time: Timestamp
    ) -> DetectionRates.Count? {
        func isHere(_ cell: TrafficDay.Cell) -> Bool {
            Geodesy.distance(cell.middle, place).rawValue <= Self.fieldMetres
        }
        var (heard, missed) = (0, 0)
        for day in days {
            for (landing, count) in day.landings where isHere(landing.cell) { heard += count }
            for (cell, count) in day.missed where isHere(cell) { missed += count }
        }
        if heard + missed >= Self.enough { return DetectionRates.Count(landings: heard + missed, heard: heard) }
        guard let best = estimates(cell, time).max(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }) else {
            return heard + missed > 0 ? DetectionRates.Count(landings: heard + missed, heard: heard) : nil
        }
        let passes = Int(min(1_000, best.passes).rounded())
        return DetectionRates.Count(landings: max(1, passes), heard: min(max(1, passes), Int(best.heard.rounded())))
    }

    private func estimates(_ cell: CoverageCell, _ time: Timestamp) -> [HearingEstimate] {
        listeners(cell, time).map(\.estimate)
    }

    private func listeners(
        _ cell: CoverageCell,
        _ time: Timestamp
    ) -> [(listener: Listener, estimate: HearingEstimate)] {
        guard let hearing else { return [] }
        return hearing.uptimes.listeners.compactMap { listener in
            let estimate = hearing.coverage.estimate(of: cell, kind: .squitter, by: listener, at: time)
            return estimate.passes >= 1 ? (listener, estimate) : nil
        }
    }

    /// When none of those listened that hear the air there, as far as is known who listened.
    private func silences(_ cell: CoverageCell, _ watched: ClosedRange<Timestamp>) -> [ClosedRange<Timestamp>] {
        guard let hearing, hearing.learned.overlaps(watched.lowerBound..<watched.upperBound) else { return [] }
        let known =
            max(
                watched.lowerBound,
                hearing.learned.lowerBound
            )...min(
                watched.upperBound,
                max(hearing.learned.lowerBound, hearing.learned.upperBound)
            )
        let up = listeners(cell, watched.lowerBound).flatMap { hearing.uptimes.intervals(of: $0.listener) }
            .sorted { $0.lowerBound < $1.lowerBound }
        guard !up.isEmpty else { return [] }
        var silences: [ClosedRange<Timestamp>] = []
        var at = known.lowerBound
        for interval in up where interval.upperBound > at && interval.lowerBound < known.upperBound {
            if interval.lowerBound > at { silences.append(at...interval.lowerBound) }
            at = max(at, interval.upperBound)
        }
        if at < known.upperBound { silences.append(at...known.upperBound) }
        return silences
    }

    /// Cells of two degrees from those of half a degree, each by what passed there.
    private func air(at time: Timestamp) -> AirCoverage {
        guard let hearing else { return .none }
        var sums = Array(repeating: (heard: 0.0, passes: 0.0), count: 90 * 180)
        for cell in hearing.coverage.layer(.cruise, kind: .squitter, at: time) {
            let row = min(89, max(0, Int((cell.corner.latitude + 90) / 2)))
            let column = min(179, max(0, Int((cell.corner.longitude + 180) / 2)))
            let passes = min(1_000, cell.estimate.passes)
            sums[row * 180 + column].heard += (cell.estimate.mean ?? 0) * passes
            sums[row * 180 + column].passes += passes
        }
        return AirCoverage(cells: sums.map { $0.passes > 0 ? $0.heard / $0.passes : nil })
    }
}
