/// What the equipment is and how far its position may be trusted, TC 31.
///
/// What a version's layout does not have is `nil`, and so are the capability or mode bits when their two leading bits announce
/// a layout that is not defined yet.
/// - Source: RTCA DO-260B, 2.2.3.2.7.2; for version 1 RTCA DO-260A, 2.2.3.2.7.2; for version 0 RTCA DO-260, 2.2.3.2.7.3; side by side in
///   ICAO Doc 9871, A.2.3.11, B.2.3.10 and C.2.3.10.
public struct OperationalStatus: Hashable, Sendable {
    /// The ME field as sent.
    public let field: Field56

    /// Reads the field; `nil` for the reserved subtypes 2…7.
    init?(_ field: Field56) {
        guard field.bits(6, 8) <= 1 else { return nil }
        self.field = field
    }

    /// The message is of the surface kind.
    public var isSurface: Bool { field.bits(6, 8) == 1 }
    /// Version of ADS-B as sent, 0…7.
    public var statedVersion: UInt8 { UInt8(field.bits(41, 43)) }
    /// Version of ADS-B: 0…2; higher ones are read as 2.
    public var version: UInt8 { min(2, statedVersion) }
    /// CC, 16 bits (12 in the surface kind, the size code behind them).
    public var capabilityClass: UInt16 { UInt16(field.bits(9, 24)) }
    /// OM, 16 bits.
    public var operationalMode: UInt16 { UInt16(field.bits(25, 40)) }

    // MARK: - Quality

    /// Versions 1 and 2.
    public var nicSupplementA: Bool? { version >= 1 ? field.bit(44) : nil }
    /// Version 2, surface.
    public var nicSupplementC: Bool? { surfaceCapability(20, from: 2) }
    /// Versions 1 and 2, 0…11.
    public var nacP: UInt8? { version >= 1 ? UInt8(field.bits(45, 48)) : nil }
    /// Version 2, surface, 0…4.
    public var nacV: UInt8? { isSurface && version >= 2 && hasCapabilities ? UInt8(field.bits(17, 19)) : nil }
    /// Version 2, air, 0…3.
    public var gva: UInt8? { version >= 2 && !isSurface ? UInt8(field.bits(49, 50)) : nil }
    /// Versions 1 and 2, 0…3.
    public var sil: UInt8? { version >= 1 ? UInt8(field.bits(51, 52)) : nil }
    /// Version 2: the integrity level is per sample; else per hour.
    public var silSupplement: Bool? { version >= 2 ? field.bit(55) : nil }
    /// Version 2, 0…3.
    public var sda: UInt8? { version >= 2 && hasModes ? UInt8(field.bits(31, 32)) : nil }
    /// Versions 1 and 2, air: the barometric altitude was checked against another source.
    public var nicBaro: Bool? { version >= 1 && !isSurface ? field.bit(53) : nil }
    /// Versions 1 and 2, surface: the direction in surface positions is a heading; else a track.
    public var isSurfaceDirectionHeading: Bool? { version >= 1 && isSurface ? field.bit(53) : nil }
    /// Versions 1 and 2: headings refer to magnetic north; else to true north.
    public var isHeadingMagnetic: Bool? { version >= 1 ? field.bit(54) : nil }

    // MARK: - Capability class

    /// Air: collision avoidance works. Versions 0 and 1 tell the contrary, so that there "true" may also mean "not known".
    public var isTCASOperational: Bool? {
        guard !isSurface, hasCapabilities else { return nil }
        return version >= 2 ? field.bit(11) : !field.bit(version == 1 ? 11 : 12)
    }

    /// Versions 0 (air) and 1: a display of the traffic around is in operation.
    public var hasTrafficDisplay: Bool? {
        guard hasCapabilities, version == 1 || (version == 0 && !isSurface) else { return nil }
        return field.bit(version == 1 ? 12 : 11)
    }

    /// Version 2: receives squitters on 1090 MHz.
    public var receives1090: Bool? { version >= 2 && hasCapabilities ? field.bit(12) : nil }
    /// Version 2: receives UAT.
    public var receivesUAT: Bool? { version >= 2 && hasCapabilities ? field.bit(isSurface ? 16 : 19) : nil }
    /// Versions 1 and 2, air: able to send velocities through the air (ARV).
    public var sendsAirVelocity: Bool? { airCapability(15) }
    /// Versions 1 and 2, air: able to send target states (TS).
    public var sendsTargetState: Bool? { airCapability(16) }
    /// Versions 1 and 2, air, TC: 0 no reports of trajectory changes, 1 of the next one, 2 of several; 3 reserved.
    public var trajectoryChangeReports: UInt8? {
        version >= 1 && !isSurface && hasCapabilities ? UInt8(field.bits(17, 18)) : nil
    }
    /// Version 1, surface, POA: positions are those of the reference point, not of the antenna.
    public var isOffsetApplied: Bool? { version == 1 ? surfaceCapability(11, from: 1) : nil }
    /// Versions 1 and 2, surface, B2 low: a device of less than 70 W.
    public var isLowPower: Bool? { surfaceCapability(15, from: 1) }
    /// Versions 1 and 2, surface.
    public var size: AircraftSize? {
        version >= 1 && isSurface ? AircraftSize(code: UInt8(field.bits(21, 24)), version: version) : nil
    }

    // MARK: - Operational mode

    /// Versions 1 and 2: a resolution advisory is being given.
    public var isAdvisoryActive: Bool? { version >= 1 && hasModes ? field.bit(27) : nil }
    /// Versions 1 and 2.
    public var isIdent: Bool? { version >= 1 && hasModes ? field.bit(28) : nil }
    /// Version 1: under the care of air traffic control.
    public var receivesATCServices: Bool? { version == 1 && hasModes ? field.bit(29) : nil }
    /// Version 2.
    public var hasSingleAntenna: Bool? { version >= 2 && hasModes ? field.bit(30) : nil }
    /// Version 2, surface.
    public var antennaOffset: AntennaOffset? {
        version >= 2 && isSurface && hasModes ? AntennaOffset(rawValue: UInt8(field.bits(33, 40))) : nil
    }

    private var hasCapabilities: Bool { field.bits(9, 10) == 0 }
    private var hasModes: Bool { field.bits(25, 26) == 0 }

    private func airCapability(_ bit: Int) -> Bool? {
        version >= 1 && !isSurface && hasCapabilities ? field.bit(bit) : nil
    }

    private func surfaceCapability(_ bit: Int, from first: UInt8) -> Bool? {
        version >= first && isSurface && hasCapabilities ? field.bit(bit) : nil
    }
}
