public import Aero

/// A reply to a radar: DF4, 5, 20 or 21.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5 to 3.1.2.6.8.
public struct SurveillanceReply: Hashable, Sendable {
    /// What the 13 bits after the utility message are.
    public enum Code: Hashable, Sendable {
        /// DF4, DF20.
        case altitude(AltitudeCode)
        /// DF5, DF21.
        case identity(Squawk)
    }

    /// Air or ground, alert, ident.
    public let flightStatus: FlightStatus
    /// DR: what the aircraft wants to be asked for.
    public let downlinkRequest: DownlinkRequest
    /// UM: which radar holds its attention.
    public let utilityMessage: UtilityMessage
    /// Altitude or squawk.
    public let code: Code
    /// The Comm-B register of DF20 and DF21, still unnamed: which it is the reply does not say.
    public let commB: Field56?

    init(_ frame: Frame, format: DownlinkFormat) {
        flightStatus = FlightStatus(rawValue: UInt8(frame.bits(6, 8)))
        downlinkRequest = DownlinkRequest(rawValue: UInt8(frame.bits(9, 13)))
        utilityMessage = UtilityMessage(rawValue: UInt8(frame.bits(14, 19)))
        code =
            format == .surveillanceAltitude || format == .commBAltitude
            ? .altitude(AltitudeCode(ac13: frame.bits(20, 32)))
            : .identity(Squawk(id13: frame.bits(20, 32)))
        commB = frame.isLong ? frame.field56 : nil
    }
}
