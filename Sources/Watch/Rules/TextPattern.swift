/// A pattern of a registration, callsign or airport: `*` stands for any characters, `?` for one; the case of letters does not count.
///
/// No regular expressions: what a pattern costs is bounded by its length times that of the text.
public struct TextPattern: Hashable, Sendable {
    /// Characters a pattern may have.
    public static let maximumLength = 32
    /// In upper case.
    public let text: String
    private let bytes: [UInt8]

    /// `nil` for an empty or too long pattern, and for characters that are not printable ASCII.
    public init?(_ text: String) {
        guard (1...Self.maximumLength).contains(text.utf8.count), text.utf8.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        self.text = text.uppercased()
        bytes = Array(self.text.utf8)
    }

    public func matches(_ candidate: String) -> Bool {
        let other = Array(candidate.uppercased().utf8)
        var place = 0
        var mine = 0
        var star: (mine: Int, place: Int)?
        while place < other.count {
            if mine < bytes.count, bytes[mine] == UInt8(ascii: "*") {
                star = (mine, place)
                mine += 1
            } else if mine < bytes.count, bytes[mine] == UInt8(ascii: "?") || bytes[mine] == other[place] {
                mine += 1
                place += 1
            } else if let back = star {
                mine = back.mine + 1
                place = back.place + 1
                star = (back.mine, place)
            } else {
                return false
            }
        }
        return bytes[mine...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
