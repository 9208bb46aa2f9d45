/// Position and altitude in the air, TC 9…18 and 20…22; TC 0 has an altitude only.
///
/// - Source: RTCA DO-260B, 2.2.3.2.3; relayed ones 2.2.17.3.1 and 2.2.18.4.1.
public struct AirbornePosition: Hashable, Sendable {
    public let typeCode: UInt8
    /// SS: 0 none, 1 permanent alert, 2 Mode A code changed, 3 ident.
    public let surveillanceStatus: UInt8
    /// Version 2: NIC supplement B. Versions 0 and 1: single antenna. Clear in relayed messages, where the bit means something else.
    public let nicSupplementB: Bool
    /// By the barometer, or above the ellipsoid if `isGeometric`.
    public let altitude: AltitudeCode
    /// T: synchronised to UTC; TIS-B has no such bit.
    public let isTimeSynchronised: Bool
    /// `nil` for TC 0, which carries no position.
    public let cpr: CPRFrame?

    /// TC 20…22: the altitude is the height above the ellipsoid, by satellite.
    public var isGeometric: Bool { (20...22).contains(typeCode) }

    init(_ field: Field56, link: SquitterLink = .direct) {
        typeCode = UInt8(field.bits(1, 5))
        surveillanceStatus = UInt8(field.bits(6, 7))
        nicSupplementB = link == .direct && field.bit(8)
        altitude = AltitudeCode(ac12: field.bits(9, 20))
        isTimeSynchronised = link != .trafficInformation && field.bit(21)
        cpr = typeCode == 0 ? nil : CPRFrame(field)
    }

    /// NUCp, 0…9: what a sender of version 0 promises.
    public var nucP: UInt8 { QualityFigures.nucP(typeCode: typeCode) }
}
