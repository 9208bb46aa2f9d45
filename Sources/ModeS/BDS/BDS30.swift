public import Aero

/// ACAS active resolution advisory, BDS 3,0; the same bits are in the MV field of DF16 and, from bit 9, in TC 28 subtype 2.
///
/// - Source: ICAO Annex 10 Vol IV, 4.3.8.4.2.2 (ARA, RAC, RAT, MTE, TTI, TID); ICAO Doc 9871, table A-2-48.
public struct BDS30: RegisterLayout {
    public static let register = BDSRegister.bds30
    public let field: Field56

    /// What the aircraft is told to do.
    public enum Action: Hashable, Sendable {
        /// No vertical advisory is active (or it has just ended and is not kept).
        case none
        case single(Advisory)
        case multiple(MultipleAdvisory)
    }

    /// What other aircraft told this one not to do.
    public struct Complements: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let notBelow = Complements(rawValue: 8)
        public static let notAbove = Complements(rawValue: 4)
        public static let notLeft = Complements(rawValue: 2)
        public static let notRight = Complements(rawValue: 1)
    }

    /// Who the threat is, as far as the aircraft knows.
    public enum Threat: Hashable, Sendable {
        case unknown
        /// It has a Mode S transponder with this address.
        case address(AircraftAddress)
        /// Altitude in steps of 100 ft; range 0 … 12.6 NM, where 12.6 stands for more than 12.55; bearing to the middle of its six degrees
        /// clockwise from the nose.
        case place(altitude: Feet?, range: NauticalMiles?, bearing: Degrees?)
    }

    public static func fits(_ mb: Field56) -> Bool { mb.unsigned(1, 8) == 0x30 && mb.unsigned(29, 30) != 3 }

    public init?(mb: Field56) {
        guard BDS30.fits(mb) else { return nil }
        field = mb
    }

    /// Reads the MV field of a coordination reply, DF16: the advisory up to bit 28; what follows is reserved there and tells no threat.
    ///
    /// - Source: ICAO Annex 10 Vol IV, 4.3.8.4.2.4.2.
    public init?(coordination mv: Field56) { self.init(mb: Field56(rawValue: mv.rawValue & ~0x0FFF_FFFF)) }

    /// Reads the ME field of type code 28, subtype 2: bits 9-56 are those of the register, the first eight are not looked at.
    public init?(afterTypeCode field: Field56) {
        self.init(mb: Field56(rawValue: 0x30 << 48 | field.rawValue & 0xFFFF_FFFF_FFFF))
    }

    /// The fourteen bits of ARA, bit 9 first.
    public var advisoryBits: UInt16 { UInt16(field.unsigned(9, 22)) }
    public var complements: Complements { Complements(rawValue: UInt8(field.unsigned(23, 26))) }
    /// The advisory has ended (it is kept for 18 s more).
    public var isTerminated: Bool { field.bit(27) }
    public var hasMultipleThreats: Bool { field.bit(28) }
    /// 0 no identity, 1 address, 2 altitude, range and bearing.
    public var threatType: UInt8 { UInt8(field.unsigned(29, 30)) }

    /// What ARA means depends on its first bit and on whether there are several threats.
    public var action: Action {
        if field.bit(9) {
            let advisory = Advisory(
                isCorrective: field.bit(10),
                isDownward: field.bit(11),
                isIncreasedRate: field.bit(12),
                isReversal: field.bit(13),
                isCrossing: field.bit(14),
                isPositive: field.bit(15)
            )
            return .single(advisory)
        }
        guard hasMultipleThreats else { return .none }
        let advisory = MultipleAdvisory(
            correctsUpward: field.bit(10),
            requiresClimb: field.bit(11),
            correctsDownward: field.bit(12),
            requiresDescent: field.bit(13),
            isCrossing: field.bit(14),
            isReversal: field.bit(15)
        )
        return .multiple(advisory)
    }

    public var threat: Threat {
        switch threatType {
        case 1: return .address(AircraftAddress(icao: UInt32(field.unsigned(31, 54))))
        case 2:
            let range = field.unsigned(44, 50)
            let bearing = field.unsigned(51, 56)
            return .place(
                altitude: AltitudeCode(ac13: UInt32(field.unsigned(31, 43))).altitude,
                range: range == 0 ? nil : NauticalMiles(Double(range - 1) / 10),
                bearing: (1...60).contains(bearing) ? Degrees(Double(6 * bearing - 3)) : nil
            )
        default: return .unknown
        }
    }

    /// Bits that an advisory leaves zero: those held for later systems, identity that is not announced, bearings not assigned,
    /// details without an advisory; a threat on another level.
    public func contradiction(at altitude: Feet?) -> Double {
        var sum = field.isZero(16, 22) ? 0.0 : 2
        if case .none = action, !field.isZero(10, 15) { sum += 3 }
        switch threatType {
        case 0: if !field.isZero(31, 56) { sum += 4 }
        case 1: if !field.isZero(55, 56) { sum += 3 }
        default: if field.unsigned(51, 56) > 60 { sum += 3 }
        }
        if case .place(let theirs?, _, _) = threat, let altitude {
            sum += BDS30.weight((theirs - altitude).rawValue.magnitude, over: 5000, step: 1000)
        }
        return sum
    }

    public var valueCount: Int { (action == .none ? 0 : 1) + (complements.isEmpty ? 0 : 1) + (threatType == 0 ? 0 : 1) }
}
