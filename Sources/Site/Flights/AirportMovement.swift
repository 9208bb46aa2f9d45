import Aero
import Flights
import Tracking

/// A take-off or landing at one airport, as one of the ends of a leg.
struct AirportMovement {
    enum Kind: String {
        case takeoff, landing
    }

    let kind: Kind
    let aircraft: ArchivedAircraft
    let leg: Leg
    let callsign: String?
    let end: LegEnd
    /// That it was this airport.
    let probability: Double

    var other: LegEnd? { kind == .takeoff ? leg.landing : leg.takeoff }

    /// The movements of an account at an airport, within what was asked for.
    ///
    /// - Parameter least: the probability below which it is not told.
    static func all(of account: FlightAccount, at airport: String, least: Double = 0.05) -> [AirportMovement] {
        var found: [AirportMovement] = []
        for leg in account.legs {
            func add(_ end: LegEnd?, _ kind: Kind) {
                guard let end, let chance = end.fields.first(where: { $0.field == airport }),
                    chance.probability >= least, end.span.latest >= account.asked.lowerBound,
                    end.span.earliest < account.asked.upperBound
                else { return }
                found.append(
                    AirportMovement(
                        kind: kind,
                        aircraft: account.aircraft,
                        leg: leg,
                        callsign: account.callsigns(of: leg).last,
                        end: end,
                        probability: chance.probability
                    )
                )
            }
            add(leg.takeoff, .takeoff)
            add(leg.landing, .landing)
        }
        return found
    }
}
