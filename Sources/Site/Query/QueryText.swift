import Aero

/// Reads the values of questions. Everything is total: what is not understood is `nil`.
enum QueryText {
    /// A decimal number, with exponent or not; nothing else that Swift would read as one.
    static func number(_ text: some StringProtocol) -> Double? {
        let utf8 = text.utf8
        guard (1...32).contains(utf8.count),
            utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "e"), UInt8(ascii: "E"):
                    true
                default: false
                }
            }),
            let value = Double(String(text)), value.isFinite
        else { return nil }
        return value
    }

    /// Exactly so many numbers by comma.
    static func numbers(_ text: String, count: Int) -> [Double]? {
        let parts = text.split(separator: ",", maxSplits: count, omittingEmptySubsequences: false)
        guard parts.count == count else { return nil }
        let values = parts.compactMap { number($0) }
        return values.count == count ? values : nil
    }

    /// The pieces between commas, empty ones left out.
    static func list(_ text: String) throws(AircraftQueryError) -> [Substring] {
        let pieces = text.split(separator: ",", maxSplits: 2 * AircraftQuery.nameBound)
        guard pieces.count <= AircraftQuery.nameBound else { throw .tooManyNames }
        return pieces
    }

    static func addresses(_ text: String) throws(AircraftQueryError) -> [AircraftAddress] {
        var found: [AircraftAddress] = []
        for piece in try list(text) {
            guard let address = AircraftAddress(piece) else { throw .badAddress }
            found.append(address)
        }
        return found
    }

    static func squawks(_ text: String) throws(AircraftQueryError) -> [Squawk] {
        var found: [Squawk] = []
        for piece in try list(text) {
            guard let squawk = Squawk(piece) else { throw .badSquawk }
            found.append(squawk)
        }
        return found
    }

    /// Names by comma, made alike.
    ///
    /// - Parameter option: what to call them when they are wrong.
    static func names(_ text: String, _ option: String) throws(AircraftQueryError) -> [String] {
        var found: [String] = []
        for piece in try list(text) {
            guard piece.utf8.count <= 16, let name = plainNameIfSound(piece) else { throw .badName(option) }
            found.append(name)
        }
        guard !found.isEmpty else { throw .badName(option) }
        return found
    }

    /// A callsign, registration or type as it is compared: upper case, without hyphens and blanks.
    static func plainName(_ text: some StringProtocol) -> String {
        String(decoding: text.utf8.compactMap(plainByte), as: UTF8.self)
    }

    private static func plainNameIfSound(_ text: Substring) -> String? {
        let isSound = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: " "):
                true
            default: false
            }
        }
        let name = plainName(text)
        return isSound && !name.isEmpty ? name : nil
    }

    private static func plainByte(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
        case UInt8(ascii: "-"), UInt8(ascii: " "): nil
        default: byte
        }
    }
}
