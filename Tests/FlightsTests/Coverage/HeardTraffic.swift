import Aero
import ModeS
import Tracking

@testable import Flights

/// Generated traffic as two receivers hear it, with what others claim beside it.
struct HeardTraffic {
    struct Flown {
        let aircraft: ArchivedAircraft
        var heard: [Observation] = []
        var claimed: [Observation] = []
    }

    let flown: [Flown]
    let range: Range<Timestamp>

    static let sets = [ReceiverSet.empty, ReceiverSet([1]), ReceiverSet([2]), ReceiverSet([1, 2])]

    init(aircraft: Int, days: Double, seed: UInt64) {
        let traffic = GeneratedTraffic(
            GeneratedTraffic.Settings(aircraft: aircraft, days: days, seed: seed, lowInterval: 10, highInterval: 30)
        )
        let all = (0..<traffic.count).map { traffic.rows(of: $0) }
        // Where most begin.
        var begins: [String: Int] = [:]
        for truth in all.flatMap(\.truth) { begins[truth.from, default: 0] += 1 }
        let busy = begins.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(2)
        let places = busy.compactMap { GeneratedTraffic.gazetteer.airport(code: $0.key)?.position }
        flown = all.enumerated().map { Self.flown($0.offset, $0.element.rows, places) }
        range = traffic.start..<traffic.start.advanced(bySeconds: days * 86_400)
    }

    /// Every third aircraft is claimed by others where nobody hears it, and every tenth row of it where somebody does; every fourth only
    /// answers, and of these every other one is asked by some and sends by itself in other hours.
    private static func flown(_ number: Int, _ rows: [Observation], _ places: [Position]) -> Flown {
        var flown = Flown(aircraft: ArchivedAircraft(AircraftAddress(icao: UInt32(0x40_0000 + number))))
        for (index, row) in rows.enumerated() {
            var row = row
            guard let place = row.position else { continue }
            let hears = places.map { Geodesy.distance($0, place) < 450_000 }
            row.heardBy = (hears.first == true ? 1 : 0) + (hears.last == true ? 2 : 0)
            let isHour = row.milliseconds / 3_600_000 % 2 == 0
            if number % 4 == 1, number % 8 == 1 || isHour { row.sourceClass = .multilateration }
            if number % 3 == 0, row.heardBy == 0 || index % 10 == 0 {
                var claim = row
                claim.heardBy = 0
                claim.milliseconds += 1
                flown.claimed.append(claim)
            }
            if row.heardBy > 0 { flown.heard.append(row) }
        }
        return flown
    }

    /// Learns it all.
    ///
    /// - Parameters:
    ///   - seconds: of a stretch.
    ///   - isReversed: takes the last aircraft first.
    func learned(
        cut seconds: Double,
        isReversed: Bool = false,
        into before: CoverageLearner = CoverageLearner(),
        until end: Timestamp? = nil
    ) -> CoverageLearner {
        var learner = before
        var start = before.learned?.upperBound ?? range.lowerBound
        let end = end ?? range.upperBound
        let order = isReversed ? flown.reversed() : flown
        var places = order.map { one in (one.heard.start(at: start), one.claimed.start(at: start)) }
        while start < end {
            let stretch = start..<min(end, start.advanced(bySeconds: seconds))
            for (index, one) in order.enumerated() {
                let heard = one.heard.part(from: &places[index].0, before: stretch.upperBound)
                let claimed = one.claimed.part(from: &places[index].1, before: stretch.upperBound)
                guard !heard.isEmpty || !claimed.isEmpty else { continue }
                let trace = Trace(one.aircraft, observations: heard, receiverSets: Self.sets)
                learner.take(heard: trace, claimed: claimed)
            }
            learner.end(stretch)
            start = stretch.upperBound
        }
        return learner
    }
}

extension [Observation] {
    fileprivate func start(at time: Timestamp) -> Int { firstIndex { $0.time >= time } ?? count }

    fileprivate func part(from place: inout Int, before end: Timestamp) -> [Observation] {
        let start = place
        while place < count, self[place].time < end { place += 1 }
        return Array(self[start..<place])
    }
}
