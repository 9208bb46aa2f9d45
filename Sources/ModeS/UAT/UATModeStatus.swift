public import Aero

/// Who a UAT sender is and how far it may be trusted: bytes 18 to 29 of the frame.
///
/// - Source: RTCA DO-282B, 2.2.4.5.4 (mode status element).
public struct UATModeStatus: Hashable, Sendable {
    /// The eight characters: a callsign, or the code of the flight plan.
    public enum Identity: Hashable, Sendable {
        /// At most eight letters, digits and spaces, without trailing spaces.
        case callsign(String)
        case squawk(Squawk)
    }

    /// What only version 2 has; in earlier versions these bits are reserved or mean something else.
    public struct Version2: Hashable, Sendable {
        /// 0…3.
        public var sda: UInt8
        /// 0…3.
        public var gva: UInt8
        /// The integrity level is per sample; else per hour.
        public var silSupplement: Bool
        public var isTCASOperational: Bool
        public var isAdvisoryActive: Bool
        public var isIdent: Bool

        public init(
            sda: UInt8,
            gva: UInt8,
            silSupplement: Bool,
            isTCASOperational: Bool,
            isAdvisoryActive: Bool,
            isIdent: Bool
        ) {
            self.sda = sda
            self.gva = gva
            self.silSupplement = silSupplement
            self.isTCASOperational = isTCASOperational
            self.isAdvisoryActive = isAdvisoryActive
            self.isIdent = isIdent
        }
    }

    /// `nil` for a number without meaning.
    public let category: EmitterCategory?
    /// `nil` when not available, or when a character is none that the field allows.
    public let identity: Identity?
    public let emergency: EmergencyState
    /// Version of the standard: 2 is DO-282B.
    public let version: UInt8
    /// 0…3.
    public let sil: UInt8
    /// 0…11; higher ones are reserved.
    public let nacP: UInt8
    /// 0…4; higher ones are reserved.
    public let nacV: UInt8
    /// The barometric altitude was checked against another source.
    public let nicBaro: Bool
    /// `nil` before version 2.
    public let version2: Version2?

    public init(
        category: EmitterCategory?,
        identity: Identity?,
        emergency: EmergencyState,
        version: UInt8,
        sil: UInt8,
        nacP: UInt8,
        nacV: UInt8,
        nicBaro: Bool,
        version2: Version2?
    ) {
        self.category = category
        self.identity = identity
        self.emergency = emergency
        self.version = version
        self.sil = sil
        self.nacP = nacP
        self.nacV = nacV
        self.nicBaro = nicBaro
        self.version2 = version2
    }

    init(_ frame: UATFrame) {
        let words = [frame.bits(137, 152), frame.bits(153, 168), frame.bits(169, 184)]
        category = Self.category(words[0] / 1600)
        identity = Self.identity(words, isCallsign: frame.bit(215))
        emergency = EmergencyState(rawValue: UInt8(frame.bits(185, 187))) ?? .reserved
        version = UInt8(frame.bits(188, 190))
        sil = UInt8(frame.bits(191, 192))
        nacP = UInt8(frame.bits(201, 204))
        nacV = UInt8(frame.bits(205, 207))
        nicBaro = frame.bit(208)
        guard version >= 2 else {
            version2 = nil
            return
        }
        version2 = Version2(
            sda: UInt8(frame.bits(199, 200)),
            gva: UInt8(frame.bits(217, 218)),
            silSupplement: frame.bit(216),
            isTCASOperational: frame.bit(211),
            isAdvisoryActive: frame.bit(212),
            isIdent: frame.bit(213)
        )
    }

    /// Category 8 n + k of UAT is the one that 1090 MHz writes as a letter (A for n = 0) and the digit k.
    private static func category(_ number: UInt32) -> EmitterCategory? {
        guard number < 32 else { return nil }
        return EmitterCategory(typeCode: 4 - UInt8(number / 8), number: UInt8(number % 8))
    }

    private static func identity(_ words: [UInt32], isCallsign: Bool) -> Identity? {
        var digits = [words[0] % 1600 / 40, words[0] % 40]
        for word in words.dropFirst() { digits += [word / 1600, word / 40 % 40, word % 40] }
        while let last = digits.last, last == UATAlphabet.space || last == UATAlphabet.notAvailable {
            digits.removeLast()
        }
        let characters = digits.compactMap(UATAlphabet.character)
        guard !characters.isEmpty, characters.count == digits.count else { return nil }
        let text = String(decoding: characters, as: UTF8.self)
        return isCallsign ? .callsign(text) : Squawk(text).map(Identity.squawk)
    }
}

/// Forty characters, three of which make sixteen bits.
///
/// - Source: RTCA DO-282B, 2.2.4.5.4 (mode status element), base-40 characters.
enum UATAlphabet {
    static let space: UInt32 = 36
    /// Stands for "no character is known".
    static let notAvailable: UInt32 = 37

    /// The ASCII code of a digit of base 40; `nil` for those that are no character.
    static func character(_ digit: UInt32) -> UInt8? {
        switch digit {
        case 0...9: UInt8(ascii: "0") + UInt8(digit)
        case 10...35: UInt8(ascii: "A") + UInt8(digit - 10)
        case space: UInt8(ascii: " ")
        default: nil
        }
    }

    /// The digit of base 40 of a character; what is none becomes a space.
    static func digit(_ character: UInt8) -> UInt32 {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A")) + 10
        default: space
        }
    }
}
