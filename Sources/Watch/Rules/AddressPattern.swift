public import Aero

/// ICAO addresses a rule asks for: one, a block `7c0000-7fffff`, or a mask `7c1***`.
public struct AddressPattern: Hashable, Sendable {
    public let first: UInt32
    public let last: UInt32
    /// Bits that must agree with `first`; all of them for a block.
    public let mask: UInt32

    /// `nil` for a text that is none of the three, or a block from high to low.
    public init?(_ text: String) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        if halves.count == 2 {
            guard let first = AircraftAddress(halves[0]), let last = AircraftAddress(halves[1]), first.isICAO,
                last.isICAO, first <= last
            else { return nil }
            self.init(first: first.bits, last: last.bits, mask: 0)
            return
        }
        guard text.utf8.count == 6 else { return nil }
        var bits: UInt32 = 0
        var mask: UInt32 = 0
        for byte in text.utf8 {
            let isOpen = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
            guard let digit = isOpen ? 0 : Hexadecimal.value(of: byte) else { return nil }
            bits = bits << 4 | UInt32(digit)
            mask = mask << 4 | (isOpen ? 0 : 15)
        }
        self.init(first: bits, last: bits | ~mask & 0xFF_FFFF, mask: mask)
    }

    private init(first: UInt32, last: UInt32, mask: UInt32) {
        self.first = first
        self.last = last
        self.mask = mask
    }

    /// As it is written.
    public var text: String {
        func digits(_ bits: UInt32) -> String { Hexadecimal.lower(UInt64(bits), digits: 6) }
        guard mask != 0 else { return first == last ? digits(first) : digits(first) + "-" + digits(last) }
        var text = ""
        for (place, digit) in digits(first).enumerated() {
            text.append(mask >> UInt32(20 - 4 * place) & 15 == 15 ? digit : "*")
        }
        return text
    }

    public func contains(_ address: AircraftAddress) -> Bool {
        address.isICAO && (first...last).contains(address.bits) && address.bits & mask == first & mask
    }
}
