public import Aero
public import ModeS

/// What a list or a map shows of an aircraft.
public struct TrackSummary: Sendable {
    public let address: AircraftAddress
    public let lastHeard: Timestamp
    public let sourceClass: SourceClass
    public let position: Position?
    public let positionTime: Timestamp?
    public let barometricAltitude: Feet?
    public let geometricAltitude: Feet?
    public let groundSpeed: Knots?
    public let track: Degrees?
    public let verticalRate: FeetPerMinute?
    public let isOnGround: Bool?
    public let isInEmergency: Bool
    public let isDoubtful: Bool
    public let callsign: String?
    public let squawk: Squawk?
    public let category: EmitterCategory?

    public init(_ track: Track) {
        address = track.address
        lastHeard = track.lastHeard
        sourceClass = track.sourceClass
        position = track.fix?.position
        positionTime = track.fix?.time
        barometricAltitude = track.barometricAltitude?.value
        geometricAltitude = track.geometricAltitude?.value
        groundSpeed = track.groundSpeed?.value
        self.track = track.track?.value
        verticalRate = track.verticalRate?.value
        isOnGround = track.isOnGround?.value
        isInEmergency = track.isInEmergency
        isDoubtful = track.isDoubtful || track.fix?.isQualityUncertain == true
        callsign = track.callsign?.value
        squawk = track.squawk?.value
        category = track.category?.value
    }
}
