public import Aero
public import Flights
public import Tracking

/// What tells a leg or a silence of an aircraft from all others, in links: its address and the millisecond at which it was first heard in the air, or
/// last before it fell silent. Rows that come later can change it.
public struct FlightID: Sendable {
    public let aircraft: ArchivedAircraft
    /// To the millisecond.
    public let moment: Timestamp

    public var text: String { "\(aircraft.address.hex)-\(moment.milliseconds)" }

    public init(_ aircraft: ArchivedAircraft, _ moment: Timestamp) {
        self.aircraft = aircraft
        self.moment = Timestamp(nanoseconds: moment.milliseconds * 1_000_000)
    }

    public init(_ aircraft: ArchivedAircraft, _ leg: Leg) {
        self.init(aircraft, leg.takeoff.heard ?? leg.landing?.heard ?? leg.takeoff.span.latest)
    }

    /// Reads `34718d-1718692260000`.
    public init?(_ text: String) {
        guard let dash = text.lastIndex(of: "-"), let address = AircraftAddress(String(text[..<dash])),
            let milliseconds = Int64(text[text.index(after: dash)...]), milliseconds.magnitude < 1 << 50
        else { return nil }
        self.init(ArchivedAircraft(address), Timestamp(nanoseconds: milliseconds * 1_000_000))
    }
}
