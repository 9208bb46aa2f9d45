/// Cuts a stream into lines that end with LF or CRLF, each of a largest length.
struct LineSplitter: Sendable {
    /// Of every format but JSON lines.
    static let usualLimit = 1024

    /// Lines that were longer than the limit and thrown away.
    private(set) var overlong: UInt64 = 0
    private let limit: Int
    private var carry: [UInt8] = []
    private var isSkipping = false

    /// - Parameter limit: bytes of a line, blanks around it and its end not counted.
    init(limit: Int = LineSplitter.usualLimit) { self.limit = limit }

    /// Gives every whole line to `body`, without its end and without blanks around it. An empty line is given too.
    mutating func split(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
        var start = 0
        for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
            if isSkipping {
                isSkipping = false
            } else if carry.isEmpty {
                give(bytes.extracting(start..<index), body)
            } else {
                append(bytes.extracting(start..<index))
                let line = carry
                carry = []
                if isSkipping { isSkipping = false } else { give(line.span, body) }
            }
            start = index + 1
        }
        if !isSkipping { append(bytes.extracting(start..<bytes.count)) }
    }

    /// Gives the last line, if it has no end.
    mutating func finish(_ body: (Span<UInt8>) -> Void) {
        let line = carry
        restart()
        if !line.isEmpty { give(line.span, body) }
    }

    /// Forgets an unfinished line.
    mutating func restart() {
        carry.removeAll(keepingCapacity: true)
        isSkipping = false
    }

    private mutating func append(_ bytes: Span<UInt8>) {
        // One more for the CR.
        guard carry.count + bytes.count <= limit + 1 else {
            overlong &+= 1
            isSkipping = true
            carry.removeAll(keepingCapacity: true)
            return
        }
        carry.reserveCapacity(carry.count + bytes.count)
        for index in 0..<bytes.count { carry.append(bytes[index]) }
    }

    private mutating func give(_ line: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
        var start = 0
        var end = line.count
        while start < end, Self.isBlank(line[start]) { start += 1 }
        while end > start, Self.isBlank(line[end - 1]) { end -= 1 }
        guard end - start <= limit else {
            overlong &+= 1
            return
        }
        body(line.extracting(start..<end))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") || byte == 0
    }
}
