public import Aero

/// What was known of an aircraft when a rule came true.
public struct AircraftSnapshot: Hashable, Sendable {
    public let identity: WatchIdentity
    public let callsign: String?
    /// Last known.
    public let position: Position?
    public let positionTime: Timestamp?
    public let barometricAltitude: Feet?
    public let lastHeard: Timestamp?

    public init(
        identity: WatchIdentity = WatchIdentity(),
        callsign: String? = nil,
        position: Position? = nil,
        positionTime: Timestamp? = nil,
        barometricAltitude: Feet? = nil,
        lastHeard: Timestamp? = nil
    ) {
        self.identity = identity
        self.callsign = callsign
        self.position = position
        self.positionTime = positionTime
        self.barometricAltitude = barometricAltitude
        self.lastHeard = lastHeard
    }

    init(_ state: AircraftState) {
        self.init(
            identity: state.identity,
            callsign: state.callsign,
            position: state.position,
            positionTime: state.position.map { _ in state.positionTime },
            barometricAltitude: state.barometricAltitude,
            lastHeard: state.lastHeard
        )
    }
}
