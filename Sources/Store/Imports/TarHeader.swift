/// A header block of a tar archive whose sum is right.
struct TarHeader {
    /// As text; `nil` where it is not UTF-8.
    let name: String?
    /// At most 8 TiB.
    let size: Int
    /// The type flag.
    let kind: UInt8

    private static let largest = 1 << 43

    /// - Returns: `nil` for what is no header: a wrong sum, or a size that is no number.
    init?(_ block: [UInt8]) {
        guard block.count == 512, let stated = Self.number(block[148..<156]) else { return nil }
        var sum = 0
        for index in 0..<512 { sum += (148..<156).contains(index) ? 32 : Int(block[index]) }
        guard sum == stated, let size = Self.number(block[124..<136]), size <= Self.largest else { return nil }
        self.size = size
        kind = block[156]
        let isUstar = block[257..<262].elementsEqual("ustar".utf8) && block[262] == 0
        let prefix = isUstar ? Self.text(block[345..<500]) : ""
        let last = Self.text(block[0..<100])
        if let prefix, let last { name = prefix.isEmpty ? last : prefix + "/" + last } else { name = nil }
    }

    /// Whether bytes follow: links, devices and folders have none.
    var hasBody: Bool { !(UInt8(ascii: "1")...UInt8(ascii: "6")).contains(kind) }

    /// Which header for the next entry this is; `nil` where it is an entry itself.
    var extensionKind: TarExtension.Kind? {
        switch kind {
        case UInt8(ascii: "L"): .longName
        case UInt8(ascii: "K"), UInt8(ascii: "g"), UInt8(ascii: "V"): .ignored
        case UInt8(ascii: "x"): .pax
        default: nil
        }
    }

    /// Octal digits, or GNU's binary form for large numbers.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        if first == 0x80 {
            var value = 0
            for byte in field.dropFirst() {
                guard value <= largest else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        var value = 0
        var hasDigits = false
        for byte in field {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "7"):
                guard value <= largest else { return nil }
                value = value << 3 | Int(byte - UInt8(ascii: "0"))
                hasDigits = true
            case UInt8(ascii: " ") where !hasDigits: break
            case UInt8(ascii: " "), 0: return hasDigits ? value : nil
            default: return nil
            }
        }
        return hasDigits ? value : nil
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        let end = field.firstIndex(of: 0) ?? field.endIndex
        return String(validating: field[..<end], as: UTF8.self)
    }
}
