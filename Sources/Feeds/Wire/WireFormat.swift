import Aero

/// The formats of a feed, and how to tell them apart.
public enum WireFormat: String, Hashable, Sendable, CaseIterable {
    case beast
    case avr
    case sbs
    /// UAT (978 MHz) as dump978 prints it.
    case uat
    /// JSON lines, ours or those of readsb's JSON port.
    case jsonl
    /// None of these, or too little to tell.
    case unknown

    /// Tells a format from the first bytes of a stream; a few hundred are plenty, and it may begin in the middle of a message.
    public static func guess(_ bytes: Span<UInt8>) -> WireFormat {
        var beast = 0
        var avr = 0
        var sbs = 0
        var uat = 0
        var jsonl = 0
        var lineStart: Int? = 0
        let end = min(bytes.count, 65_536)
        var index = 0
        while index < end {
            if bytes[index] == 0x1A, index + 1 < end,
                (0x31...0x35).contains(bytes[index + 1]) || bytes[index + 1] == 0xE3 || bytes[index + 1] == 0xE4
            {
                beast += 1
            }
            if bytes[index] == UInt8(ascii: "\n") || index == end - 1 {
                let lineEnd = bytes[index] == UInt8(ascii: "\n") ? index : index + 1
                if let start = lineStart {
                    let line = bytes.extracting(start..<lineEnd)
                    if isAVR(line) { avr += 1 }
                    if isSBS(line) { sbs += 1 }
                    if isUAT(line) { uat += 1 }
                    if isJSON(line) { jsonl += 1 }
                }
                lineStart = index + 1
            }
            index += 1
        }
        // A line may begin before what was seen, so that one whole object is enough.
        if jsonl > 0, beast == 0 { return .jsonl }
        if uat > 0, beast == 0 { return .uat }
        if sbs > 0, sbs >= avr, beast == 0 { return .sbs }
        if avr > 0, beast == 0 { return .avr }
        return beast > 0 ? .beast : .unknown
    }

    private static func isAVR(_ line: Span<UInt8>) -> Bool {
        var end = line.count
        while end > 0, line[end - 1] == 0x0D || line[end - 1] == UInt8(ascii: " ") { end -= 1 }
        guard end >= 6, end <= 64 else { return false }
        var index = 0
        switch line[0] {
        case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "<"): index = 1
        default: return (end == 14 || end == 28) && isHexadecimal(line.extracting(0..<end))
        }
        let start = index
        while index < end, Hexadecimal.value(of: line[index]) != nil { index += 1 }
        return index > start && index < end && line[index] == UInt8(ascii: ";")
    }

    private static func isUAT(_ line: Span<UInt8>) -> Bool {
        guard line.count > 37, line[0] == UInt8(ascii: "-") || line[0] == UInt8(ascii: "+") else { return false }
        var index = 1
        while index < line.count, Hexadecimal.value(of: line[index]) != nil { index += 1 }
        // 18 and 34 bytes down, 432 up.
        return [36, 68, 864].contains(index - 1) && index < line.count && line[index] == UInt8(ascii: ";")
    }

    private static func isSBS(_ line: Span<UInt8>) -> Bool {
        let fields = SBSFields(line)
        guard fields.count >= 10 else { return false }
        return ["MSG", "SEL", "ID", "AIR", "STA", "CLK"].contains { fields.equals(line, 0, $0) }
    }

    /// An object that begins with a quoted name; its end may not have come yet.
    private static func isJSON(_ line: Span<UInt8>) -> Bool {
        guard line.count > 2, line[0] == UInt8(ascii: "{") else { return false }
        var index = 1
        while index < line.count, line[index] == UInt8(ascii: " ") { index += 1 }
        return index < line.count && line[index] == UInt8(ascii: "\"")
    }

    private static func isHexadecimal(_ bytes: Span<UInt8>) -> Bool {
        for index in 0..<bytes.count where Hexadecimal.value(of: bytes[index]) == nil { return false }
        return true
    }
}
