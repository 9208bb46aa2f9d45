public import Aero

/// Tells where and when an aircraft will land, from where it is, how it flies, and what is known of it.
///
/// A value without a clock; made once, it may be asked for any number of aircraft.
public struct ArrivalEstimator: Sendable {
    /// Places, bounds, and what coverage says of landings (`LegContext.unheard`).
    public let context: LegContext
    public let rules: ArrivalRules
    let principals: [PrincipalField]
    let principalNumbers: [AirportSlot: Int]

    /// An aircraft that flies though its fuel should be used up is granted so many seconds more. Ours.
    private static let grantedSeconds = 3_600.0
    /// No flight is taken to last longer.
    private static let longestSeconds = 48 * 3_600.0
    /// Metres by which the end of a runway may be nearer than the airport's reference point.
    private static let runwayReach = 5_000.0

    public init(_ context: LegContext, rules: ArrivalRules = ArrivalRules()) {
        self.context = context
        self.rules = rules
        principals = context.gazetteer.airports(ofSizes: [AirportSizes(.large), AirportSizes(.medium)])
            .map { PrincipalField($0, in: context.gazetteer) }
        principalNumbers = Dictionary(uniqueKeysWithValues: principals.enumerated().map { ($1.slot, $0) })
    }

    /// When an aircraft lands at an airport, if it lands there; nothing else is weighed.
    ///
    /// - Parameters:
    ///   - field: the gazetteer's identity, or a code of the airport.
    ///   - situation: of an aircraft that is heard, or when it last was.
    ///   - now: not before `situation.time`; later for an aircraft that is silent. `nil`: that time.
    /// - Returns: `nil` for an airport that is not known, that its fuel does not reach, or at which it must have landed and would have been heard.
    public func interval(
        at field: String,
        of situation: FlightSituation,
        limits: AirframeLimits = .unknown,
        now: Timestamp? = nil
    ) -> ArrivalInterval? {
        guard let slot = context.gazetteer.slot(ofAirport: field) else { return nil }
        let flight = Flight(situation, limits, now: now, self)
        guard let part = flight.part(at: slot), part.closure > 0 else { return nil }
        return ArrivalMixture([part], flight).interval
    }

    /// One question: an aircraft, its limits, and the time.
    struct Flight {
        let situation: FlightSituation
        let limits: AirframeLimits
        let estimator: ArrivalEstimator
        let outlook: SpeedOutlook
        /// Seconds since it was heard, 0 or more.
        let silentSeconds: Double
        /// Metres a second that nobody of its type exceeds.
        let highest: Double
        /// Seconds to the end of its fuel.
        let longest: Double

        init(_ situation: FlightSituation, _ limits: AirframeLimits, now: Timestamp?, _ estimator: ArrivalEstimator) {
            self.situation = situation
            self.limits = limits
            self.estimator = estimator
            outlook = SpeedOutlook(situation, limits)
            silentSeconds = max(0, (now ?? situation.time).seconds(since: situation.time))
            let seen = (situation.groundSpeed?.metresPerSecond ?? 0) * 1.05
            highest = max(50, max(seen, estimator.context.reach.highestSpeed(limits).metresPerSecond))
            let start = situation.takeoff?.time ?? situation.time
            let end = start.advanced(bySeconds: max(0, limits.enduranceSeconds))
            let left = min(end.seconds(since: situation.time), ArrivalEstimator.longestSeconds)
            longest = max(left, ArrivalEstimator.grantedSeconds)
        }

        /// Seconds in which it can be on the ground of a field at the earliest.
        func fastest(metres: Double, elevation: Double) -> Double {
            let down = max(0, (situation.altitude?.rawValue ?? 0) - elevation) / EndEstimator.steepest * 60
            return max(down, max(0, metres - ArrivalEstimator.runwayReach) / highest)
        }

        /// The time to an airport, with the weight 1; `nil` if it cannot be that one.
        func part(at slot: AirportSlot) -> ArrivalMixture.Part? {
            let field = Field(slot, in: estimator.context.gazetteer)
            let metres = Geodesy.distance(situation.position, field.position).rawValue
            guard let time = remaining(to: field, metres: metres) else { return nil }
            let unheard = min(1, max(0, estimator.context.unheard(slot)))
            return ArrivalMixture.Part(time: time, unheard: unheard, silentSeconds: silentSeconds, weight: 1)
        }
    }
}
