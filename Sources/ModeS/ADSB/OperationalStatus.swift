/// What the equipment is and how far its position may be trusted, TC 31.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.2; for version 1 RTCA DO-260A, 2.2.3.2.7.2; for version 0 RTCA DO-260, 2.2.3.2.7.3.
public struct OperationalStatus: Hashable, Sendable {
    /// The message is of the surface kind.
    public let isSurface: Bool
    /// Version of ADS-B: 0…2; higher ones are reserved and read as 2.
    public let version: UInt8
    /// Versions 1 and 2.
    public let nicSupplementA: Bool?
    /// Version 2, surface.
    public let nicSupplementC: Bool?
    /// Versions 1 and 2, 0…11.
    public let nacP: UInt8?
    /// Version 2, surface, 0…4.
    public let nacV: UInt8?
    /// Version 2, air, 0…3.
    public let gva: UInt8?
    /// Versions 1 and 2, 0…3.
    public let sil: UInt8?
    /// Version 2: the integrity level is per sample; else per hour.
    public let silSupplement: Bool?
    /// Version 2, 0…3.
    public let sda: UInt8?
    /// Versions 1 and 2, air: the barometric altitude was checked against another source.
    public let nicBaro: Bool?
    /// Versions 1 and 2, surface: the direction in surface positions is a heading; else a track.
    public let isSurfaceDirectionHeading: Bool?
    /// Versions 1 and 2: headings refer to magnetic north; else to true north.
    public let isHeadingMagnetic: Bool?
    /// Air only.
    public let isTCASOperational: Bool?
    /// Versions 1 and 2.
    public let isAdvisoryActive: Bool?
    /// Versions 1 and 2.
    public let isIdent: Bool?
    /// Version 2.
    public let hasSingleAntenna: Bool?

    init?(_ field: Field56) {
        let subtype = field.bits(6, 8)
        guard subtype <= 1 else { return nil }
        isSurface = subtype == 1
        version = UInt8(min(2, field.bits(41, 43)))
        let isV1 = version >= 1
        let isV2 = version >= 2
        nicSupplementA = isV1 ? field.bit(44) : nil
        nacP = isV1 ? UInt8(field.bits(45, 48)) : nil
        gva = isV2 && !isSurface ? UInt8(field.bits(49, 50)) : nil
        sil = isV1 ? UInt8(field.bits(51, 52)) : nil
        nicBaro = isV1 && !isSurface ? field.bit(53) : nil
        isSurfaceDirectionHeading = isV1 && isSurface ? field.bit(53) : nil
        isHeadingMagnetic = isV1 ? field.bit(54) : nil
        silSupplement = isV2 ? field.bit(55) : nil
        sda = isV2 ? UInt8(field.bits(31, 32)) : nil
        nacV = isV2 && isSurface ? UInt8(field.bits(17, 19)) : nil
        nicSupplementC = isV2 && isSurface ? field.bit(20) : nil
        isTCASOperational = isSurface ? nil : (isV2 ? field.bit(11) : !field.bit(isV1 ? 11 : 12))
        isAdvisoryActive = isV1 ? field.bit(27) : nil
        isIdent = isV1 ? field.bit(28) : nil
        hasSingleAntenna = isV2 ? field.bit(30) : nil
    }
}
