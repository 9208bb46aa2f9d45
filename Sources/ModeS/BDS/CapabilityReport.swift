public import Aero

/// Which 56 registers a capability report is about.
public protocol CapabilityPart: Hashable, Sendable {
    static var register: BDSRegister { get }
    /// The register number of bit 1; each further bit is one lower.
    static var highest: Int { get }
    /// The bits that may be set: those of registers that have a use or are held for one.
    static var allowed: UInt64 { get }
    /// The bits that must be set.
    static var required: UInt64 { get }
}

extension CapabilityPart {
    public static var required: UInt64 { 0 }
}

/// Which registers are installed at all, BDS 1,8 to 1,C: one bit a register.
///
/// Nothing in the reply says that it is this one. The hard test is that registers without any use are not set; whether the report
/// belongs to the aircraft must come from its register 1,7 (`agrees(with:)`).
/// - Source: ICAO Doc 9871, tables A-2-24 to A-2-28 (bits), A-2-1 (which numbers have a use).
public struct CapabilityReport<Part: CapabilityPart>: RegisterLayout {
    public static var register: BDSRegister { Part.register }
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool {
        mb.rawValue & ~Part.allowed == 0 && mb.rawValue & Part.required == Part.required && !mb.isEmpty
    }

    public init?(mb: Field56) {
        guard Self.fits(mb) else { return nil }
        field = mb
    }

    /// The numbers of the registers installed, highest first.
    public var registerNumbers: [UInt8] {
        (1...56).filter { field.bit($0) }.compactMap { UInt8(exactly: Part.highest + 1 - $0) }
    }

    /// Of the registers installed, those that this library knows.
    public var registers: RegisterSet { RegisterSet(registerNumbers.compactMap(BDSRegister.init)) }

    /// Whether everything the aircraft says to serve now, as far as this report is about it, is installed.
    public func agrees(with common: BDS17) -> Bool {
        common.registerNumbers.allSatisfy { number in
            let bit = Part.highest + 1 - Int(number)
            return !(1...56).contains(bit) || field.bit(bit)
        }
    }

    public func contradiction(at altitude: Feet?) -> Double { 0 }
    public var valueCount: Int { field.rawValue.nonzeroBitCount }
}

/// Registers 3,8 to 0,1.
public enum CapabilityPart1: CapabilityPart {
    public static let register = BDSRegister.bds18
    public static let highest = 0x38
    // Not 3,1-3,8 2,6-2,F 2,3 2,4 0,1.
    public static let allowed: UInt64 = 0x8013_FFFF_FFFE
    // Ours: whoever has this register has 2,0 and 1,7.
    public static let required: UInt64 = 0x8040_0000
}

/// Registers 7,0 to 3,9.
public enum CapabilityPart2: CapabilityPart {
    public static let register = BDSRegister.bds19
    public static let highest = 0x70
    // Not 6,6-7,0 5,7-5,E 4,9-4,F 3,9-3,F.
    public static let allowed: UInt64 = 0x1FC0_3F80_FF80
}

/// Registers A,8 to 7,1.
public enum CapabilityPart3: CapabilityPart {
    public static let register = BDSRegister.bds1A
    public static let highest = 0xA8
    // 7,1-7,5 alone are held for use.
    public static let allowed: UInt64 = 0x1F
}

/// Registers E,0 to A,9: none has a use, so that no reply but the empty one can be this report.
public enum CapabilityPart4: CapabilityPart {
    public static let register = BDSRegister.bds1B
    public static let highest = 0xE0
    public static let allowed: UInt64 = 0
}

/// Registers F,F to E,1, in bits 26 to 56.
public enum CapabilityPart5: CapabilityPart {
    public static let register = BDSRegister.bds1C
    public static let highest = 0x118
    // E,1-E,7 E,A F,1 F,2.
    public static let allowed: UInt64 = 0x3_027F
}

public typealias BDS18 = CapabilityReport<CapabilityPart1>
public typealias BDS19 = CapabilityReport<CapabilityPart2>
public typealias BDS1A = CapabilityReport<CapabilityPart3>
public typealias BDS1B = CapabilityReport<CapabilityPart4>
public typealias BDS1C = CapabilityReport<CapabilityPart5>
