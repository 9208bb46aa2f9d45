/// Eight characters of six bits each.
///
/// - Source: ICAO Annex 10 Vol IV, table 3-9.
public enum CallsignEncoding {
    /// The 48 bits of a callsign, filled up with spaces; lower case counts as upper case.
    ///
    /// - Returns: `nil` if there are more than eight characters, or one that is no letter A-Z, digit or space.
    public static func bits(_ callsign: some StringProtocol) -> UInt64? {
        var result: UInt64 = 0
        var count = 0
        for byte in callsign.utf8 {
            guard count < 8, let code = code(of: byte) else { return nil }
            result = result << 6 | code
            count += 1
        }
        while count < 8 {
            result = result << 6 | 32
            count += 1
        }
        return result
    }

    private static func code(of byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A") + 1)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a") + 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "): UInt64(byte)
        default: nil
        }
    }
}
