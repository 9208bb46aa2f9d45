import Aero

/// One aircraft of the synthetic sky.
struct SimulatedAircraft: Sendable {
    let address: AircraftAddress
    let kind: AircraftKind
    let callsign: String
    var squawk: Squawk
    var transponder: Transponder
    var generator: SeededGenerator
    var leg: Leg
    var cursor = Leg.Cursor()
    /// The legs still to fly when they are laid down beforehand; else new ones are drawn.
    var plan: [ScheduledLeg]?
    /// The transponder is off: from, to, in seconds of the sky.
    var silences: [ClosedRange<Double>] = []
    /// It squawks an emergency: from, to.
    var emergency: ClosedRange<Double>?
    /// Parking stands, and the beat in a sampled sky.
    let slot: UInt64
    var isLocal = false
    /// Even and odd positions by turns; which of the replies comes next.
    var sentPositions = 0
    var sentReplies = 0
    var sentStatuses = 0
    /// When reception is to be computed again, and what it was.
    var receptionUntil = -1.0
    var reception = ReceiverNetwork.Reception()

    /// Whether the transponder is silent at a time.
    func isSilent(at time: Double) -> Bool {
        for silence in silences where silence.contains(time) { return true }
        return false
    }
}

/// A leg of an itinerary.
struct ScheduledLeg: Sendable {
    let to: String
    /// Seconds of the sky at which the take-off roll begins.
    let takeoff: Double
    /// Seconds of the sky at which the wheels should touch; the cruise speed is chosen for it within reason.
    var landing: Double?
    var via: [Position] = []
}
