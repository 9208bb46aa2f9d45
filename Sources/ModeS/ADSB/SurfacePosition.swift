public import Aero

/// Position and movement on the ground, TC 5…8.
///
/// - Source: RTCA DO-260B, 2.2.3.2.4.
public struct SurfacePosition: Hashable, Sendable {
    public let typeCode: UInt8
    public let movement: SurfaceMovement
    /// Track or heading (operational status tells which), degrees, 0 ..< 360; `nil` when not valid.
    public let track: Degrees?
    /// T: synchronised to UTC; relayed messages have no such bit.
    public let isTimeSynchronised: Bool
    public let cpr: CPRFrame

    init(_ field: Field56, link: SquitterLink = .direct) {
        typeCode = UInt8(field.bits(1, 5))
        movement = SurfaceMovement(code: UInt8(field.bits(6, 12)))
        track = field.bit(13) ? Degrees(Double(field.bits(14, 20)) * 360 / 128) : nil
        isTimeSynchronised = link == .direct && field.bit(21)
        cpr = CPRFrame(field)
    }

    /// NUCp, 0…9: what a sender of version 0 promises.
    public var nucP: UInt8 { QualityFigures.nucP(typeCode: typeCode) }
}
