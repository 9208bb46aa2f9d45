public import Aero
import Flights

/// Tests a claimed departure and a claimed arrival against what a leg of that length takes.
///
/// Only the hard bound contradicts: shorter than the fastest with every airport and every reading. What is long is told, not excluded.
public enum LegJudge {
    /// - Parameters:
    ///   - from: airports the leg may begin at; the shortest pair is taken, which is the kindest to the claim.
    ///   - departure: when it is said to have left.
    ///   - arrival: when it is said to have landed.
    ///   - claims: the numbers of both, for the verdict.
    public static func verdict(
        from: [StopAirport],
        to: [StopAirport],
        departure: ArrivalWindow,
        arrival: ArrivalWindow,
        claims: [Int] = []
    ) -> ClaimVerdict {
        guard let distance = shortest(from, to) else { return ClaimVerdict(.notTestable, .noPlace, claims: claims) }
        guard let leaves = departure.start, let left = departure.end, let lands = arrival.start,
            let landed = arrival.end
        else {
            return ClaimVerdict(.notTestable, .noTime, claims: claims)
        }
        let least = lands.seconds(since: left) / 3_600
        let most = landed.seconds(since: leaves) / 3_600
        let hours = min(least, most)...max(least, most)
        guard most > 0 else { return ClaimVerdict(.contradicted, .reversed(hours: hours), claims: claims) }
        return verdict(hours: hours, distance: distance, claims: claims)
    }

    /// A claimed duration against the envelope.
    ///
    /// - Parameter hours: from take-off to landing, shortest and longest that the words allow.
    public static func verdict(hours: ClosedRange<Double>, distance: Metres, claims: [Int] = []) -> ClaimVerdict {
        let envelope = LegEnvelope(distance: distance)
        let fastest = envelope.fastestSeconds / 3_600
        let typical = envelope.typicalSeconds / 3_600
        let slow = envelope.slowSeconds / 3_600
        if envelope.verdict(onSeconds: hours.upperBound * 3_600) == .impossible {
            // The ten minutes that the envelope has for climb and descent are no way flown.
            let airborne = max(hours.upperBound - 1 / 6, 1e-3)
            let speed = KilometresPerHour(distance.rawValue / 1_000 / airborne)
            return ClaimVerdict(
                .contradicted,
                .tooFast(hours: hours, distance: distance, fastestHours: fastest, neededSpeed: speed),
                claims: claims
            )
        }
        if envelope.verdict(onSeconds: hours.lowerBound * 3_600) == .long {
            return ClaimVerdict(
                .supported,
                .long(hours: hours, distance: distance, typicalHours: typical, slowHours: slow),
                claims: claims
            )
        }
        if envelope.verdict(onSeconds: hours.lowerBound * 3_600) == .impossible {
            return ClaimVerdict(
                .supported,
                .mixed(hours: hours, distance: distance, fastestHours: fastest),
                claims: claims
            )
        }
        return ClaimVerdict(.supported, .usual(hours: hours, distance: distance, typicalHours: typical), claims: claims)
    }

    private static func shortest(_ from: [StopAirport], _ to: [StopAirport]) -> Metres? {
        from.flatMap { one in to.map { Geodesy.distance(one.position, $0.position) } }.min()
    }
}

extension LegJudge {
    /// By when an aircraft has left, at the fastest, to land by a time.
    public static func latestDeparture(from: StopAirport, to: StopAirport, arrival: Timestamp) -> Timestamp {
        let leg = LegEnvelope(distance: Geodesy.distance(from.position, to.position))
        return arrival.advanced(bySeconds: -leg.fastestSeconds)
    }
}
