/// Builds tar archives by hand, wrong ones too.
struct TarMaker {
    private(set) var bytes: [UInt8] = []

    mutating func file(_ name: String, _ body: [UInt8], kind: Character = "0", size: Int? = nil, prefix: String = "") {
        bytes += Self.header(name, size: size ?? body.count, kind: kind, prefix: prefix)
        bytes += body
        bytes += Array(repeating: 0, count: (512 - body.count % 512) % 512)
    }

    mutating func raw(_ more: [UInt8]) { bytes += more }

    mutating func end() { bytes += Array(repeating: 0, count: 1024) }

    static func header(_ name: String, size: Int, kind: Character, prefix: String = "") -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ place: Int, _ length: Int) {
            for (index, byte) in text.utf8.prefix(length).enumerated() { block[place + index] = byte }
        }
        func octal(_ value: Int, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, 0, 100)
        put("0000644", 100, 8)
        put(octal(size, 11), 124, 12)
        put(octal(1_700_000_000, 11), 136, 12)
        put(String(kind), 156, 1)
        put("ustar", 257, 6)
        put("00", 263, 2)
        put(prefix, 345, 155)
        put("        ", 148, 8)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6), 148, 6)
        block[154] = 0
        block[155] = 32
        return block
    }
}
