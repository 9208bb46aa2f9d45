/// What stands where an address should, as files bring it.
public enum AddressCell: Hashable, Sendable {
    case address(AircraftAddress)
    case blank
    /// A number with an exponent: which addresses a spreadsheet makes such a number of, if that can be told.
    case exponent(candidates: [AircraftAddress])
    /// Fewer than six digits: zeros before them were lost, and this may have been meant. Never taken without asking.
    case lostZeros(AircraftAddress)
    /// Anything else. The text is not repeated: it may be anybody's name.
    case other(count: Int)

    /// Reads a cell. Blanks around it are passed over, and so is `$` or `0x` before it.
    public init(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first <= 32 || first == UInt8(ascii: "$") { bytes = bytes.dropFirst() }
        while let last = bytes.last, last <= 32 { bytes = bytes.dropLast() }
        if bytes.count == 8, bytes.starts(with: "0x".utf8) || bytes.starts(with: "0X".utf8) {
            bytes = bytes.dropFirst(2)
        }
        guard !bytes.isEmpty else {
            self = .blank
            return
        }
        if let address = AircraftAddress(String(decoding: bytes, as: UTF8.self)) {
            self = .address(address)
            return
        }
        let upper = bytes.map { (97...122).contains($0) ? $0 - 32 : $0 }
        if upper.count <= 16, RegistrationText.isExponent(upper) {
            self = .exponent(candidates: Self.candidates(upper))
        } else if bytes.count < 6, bytes.allSatisfy({ Hexadecimal.value(of: $0) != nil }) {
            let padded = String(repeating: "0", count: 6 - bytes.count) + String(decoding: bytes, as: UTF8.self)
            self = AircraftAddress(padded).map { .lostZeros($0) } ?? .other(count: bytes.count)
        } else {
            self = .other(count: bytes.count)
        }
    }

    /// The six digits that read as this number: `441e09` and `4410e8` become `4.41E+11`.
    private static func candidates(_ text: [UInt8]) -> [AircraftAddress] {
        guard let e = text.firstIndex(of: UInt8(ascii: "E")), text[e + 1] == UInt8(ascii: "+"),
            let exponent = Int(String(decoding: text[(e + 2)...], as: UTF8.self)), exponent < 100_000
        else { return [] }
        var digits = text[..<e].filter { (48...57).contains($0) }
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        guard let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 4 else { return [] }
        return (digits.count...4).compactMap { length in
            let power = exponent - (length - 1)
            let width = 5 - length
            let tail = String(max(0, power))
            guard power >= 0, tail.utf8.count <= width else { return nil }
            let stem = String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: length - digits.count)
            return AircraftAddress(stem + "e" + String(repeating: "0", count: width - tail.utf8.count) + tail)
        }
    }
}
