import Aero
import Flights
import Tracking

/// What tells a leg or a silence of an aircraft from all others, in links: its address and the millisecond at which it was first heard in the air, or
/// last before it fell silent. Rows that come later can change it.
struct FlightID {
    let text: String

    init(_ aircraft: ArchivedAircraft, _ moment: Timestamp) {
        text = "\(aircraft.address.hex)-\(moment.milliseconds)"
    }

    init(_ aircraft: ArchivedAircraft, _ leg: Leg) {
        self.init(aircraft, leg.takeoff.heard ?? leg.landing?.heard ?? leg.takeoff.span.latest)
    }
}
