public import Aero

/// How far a position may be off, as the type code and the supplements heard lately tell.
///
/// - Source: RTCA DO-260B, table 2-14 and appendix N (tables N-4, N-7, N-11, N-15).
public struct PositionQuality: Hashable, Sendable {
    /// Navigation integrity category, 0…11; in version 0 the category that fits the type code's NUCp.
    public let nic: UInt8
    /// Radius of containment; `nil` when none is promised.
    public let containmentRadius: Metres?
    /// The supplements heard do not fit the type code: the worse of two readings is given.
    public let isUncertain: Bool

    /// What was heard of an aircraft besides the position's type code.
    public struct Supplements: Hashable, Sendable {
        /// Version of ADS-B, 0…2.
        public var version: UInt8
        public var a: Bool
        public var b: Bool
        public var c: Bool
        /// The supplements; those not heard in the last 30 s count as zero.
        public init(version: UInt8, a: Bool = false, b: Bool = false, c: Bool = false) {
            self.version = version
            self.a = a
            self.b = b
            self.c = c
        }
    }

    /// The quality of a position with a type code of 5…18 or 20…22; others give category 0.
    public init(typeCode: UInt8, supplements: Supplements) {
        let (nic, radius, uncertain) =
            supplements.version == 0
            ? PositionQuality.version0(typeCode)
            : PositionQuality.later(typeCode, supplements)
        self.nic = nic
        containmentRadius = radius.map(Metres.init(rawValue:))
        isUncertain = uncertain
    }

    private static func version0(_ typeCode: UInt8) -> (UInt8, Double?, Bool) {
        switch typeCode {
        case 5, 9, 20: (11, 7.5, false)
        case 6, 10, 21: (10, 25, false)
        case 7, 11: (8, 185.2, false)
        case 12: (7, 370.4, false)
        case 13: (6, 926, false)
        case 14: (5, 1852, false)
        case 15: (4, 3704, false)
        case 16: (1, 18520, false)
        case 17: (1, 37040, false)
        default: (0, nil, false)
        }
    }

    private static func later(_ typeCode: UInt8, _ heard: Supplements) -> (UInt8, Double?, Bool) {
        let isV2 = heard.version >= 2
        switch typeCode {
        case 5, 9, 20: return (11, 7.5, false)
        case 6, 10, 21: return (10, 25, false)
        case 7:
            if isV2, heard.c { return (8, 185.2, true) }
            return heard.a ? (9, 75, false) : (8, 185.2, false)
        case 8:
            guard isV2 else { return (0, nil, false) }
            switch (heard.a, heard.c) {
            case (true, true): return (7, 370.4, false)
            case (true, false): return (6, 555.6, false)
            case (false, true): return (6, 1111.2, false)
            case (false, false): return (0, nil, false)
            }
        case 11:
            if isV2, heard.a != heard.b { return (8, 185.2, true) }
            return heard.a ? (9, 75, false) : (8, 185.2, false)
        case 12: return (7, 370.4, false)
        case 13:
            guard isV2 else { return heard.a ? (6, 1111.2, false) : (6, 926, false) }
            switch (heard.a, heard.b) {
            case (false, true): return (6, 555.6, false)
            case (false, false): return (6, 926, false)
            case (true, true): return (6, 1111.2, false)
            case (true, false): return (6, 1111.2, true)
            }
        case 14: return (5, 1852, false)
        case 15: return (4, 3704, false)
        case 16:
            if isV2, heard.a != heard.b { return (2, 14816, true) }
            return heard.a ? (3, 7408, false) : (2, 14816, false)
        case 17: return (1, 37040, false)
        default: return (0, nil, false)
        }
    }
}
