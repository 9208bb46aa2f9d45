public import Aero

/// What an aircraft of the synthetic sky really did at one moment.
public struct TruthRecord: Hashable, Sendable {
    public let address: AircraftAddress
    public let time: Timestamp
    public let callsign: String
    public let position: Position
    /// Pressure altitude; the synthetic air is the standard atmosphere.
    public let altitude: Feet
    public let groundSpeed: Knots
    public let track: Degrees
    public let verticalRate: FeetPerMinute
    public let phase: FlightPhase
    /// From and to, as `UUWW-UEEE`.
    public let leg: String
    /// The transponder was on.
    public let isTransmitting: Bool

    /// One JSON object without line end. Degrees with six decimals, ft, kt, ft/min.
    public var jsonLine: String {
        var text = "{\"simulated\":true,\"time\":" + Decimals.text(time.seconds, places: 3)
        text += ",\"icao\":\"" + address.hex + "\",\"callsign\":\"" + callsign
        text += "\",\"latitude\":" + Decimals.text(position.latitude, places: 6)
        text += ",\"longitude\":" + Decimals.text(position.longitude, places: 6)
        text += ",\"altitude\":" + Decimals.text(altitude.rawValue, places: 0)
        text += ",\"groundspeed\":" + Decimals.text(groundSpeed.rawValue, places: 1)
        text += ",\"track\":" + Decimals.text(track.rawValue, places: 1)
        text += ",\"vertical_rate\":" + Decimals.text(verticalRate.rawValue, places: 0)
        text += ",\"phase\":\"" + phase.rawValue + "\",\"leg\":\"" + leg
        text += "\",\"transmitting\":" + (isTransmitting ? "true}" : "false}")
        return text
    }
}
