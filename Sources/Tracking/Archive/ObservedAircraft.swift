import Aero
import ModeS

/// What the archive was told of one aircraft last: enough to know what is new.
struct ObservedAircraft: Sendable {
    let address: AircraftAddress
    /// Of the last row: while it is heard there is one every minute.
    var lastRow: Timestamp
    /// Of the last row with a position.
    var lastPosition: Timestamp?
    /// Of the last row that had none of a position, 25 ft.
    var altitudeSteps = Int16.min
    var isOnGround: Bool?
    /// The details that were written last, and in which stretch of time the last row with a position lay.
    var details = ObservationDetails()
    var stretch: Int64?

    var callsign: ToldName<String>?
    var squawk: ToldName<Squawk>?
    var category: ToldName<EmitterCategory>?
    var emergency: ToldName<EmergencyState>?
    /// A code that calls for attention, until it is written down a second time.
    var alert: AlertingCode?

    init(_ address: AircraftAddress, at time: Timestamp) {
        self.address = address
        lastRow = time
    }

    mutating func notePosition(at time: Timestamp) {
        lastPosition = max(time, lastPosition ?? time)
        lastRow = max(time, lastRow)
    }
}
