public import Aero

/// The time around an event of an alert in which the messages lie that it rests on.
public struct MessageWindow: Hashable, Sendable {
    public let aircraft: AircraftAddress
    public let during: Range<Timestamp>

    public init(aircraft: AircraftAddress, during: Range<Timestamp>) {
        (self.aircraft, self.during) = (aircraft, during)
    }
}
