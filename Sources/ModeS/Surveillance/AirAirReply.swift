/// A reply of one aircraft's collision avoidance to another's: DF0 or DF16.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.8.2, 3.1.2.8.3 and 4.3.8.4.2.
public struct AirAirReply: Hashable, Sendable {
    /// VS: on the ground.
    public let isOnGround: Bool
    /// CC, cross-link capability; DF0 only.
    public let hasCrossLink: Bool?
    /// SL: sensitivity level of the ACAS, 0…7; 0 when it is off.
    public let sensitivityLevel: UInt8
    /// RI: what ACAS there is, or a class of greatest airspeed.
    public let replyInformation: ReplyInformation
    /// Pressure altitude.
    public let altitude: AltitudeCode
    /// The MV field of DF16.
    public let coordination: Field56?

    init(_ frame: Frame) {
        isOnGround = frame.bits(6, 6) == 1
        hasCrossLink = frame.isLong ? nil : frame.bits(7, 7) == 1
        sensitivityLevel = UInt8(frame.bits(9, 11))
        replyInformation = ReplyInformation(rawValue: UInt8(frame.bits(14, 17)))
        altitude = AltitudeCode(ac13: frame.bits(20, 32))
        coordination = frame.isLong ? frame.field56 : nil
    }
}
