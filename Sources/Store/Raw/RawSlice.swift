public import Aero

/// Ten minutes of one receiver, as a file.
public struct RawSlice: Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// Mode S frames and Mode A/C replies.
        case beast
        /// Claims and UAT frames.
        case claims

        var ending: String { self == .beast ? "beast.zst" : "jsonl.zst" }
    }

    /// Below the archive's folder: `2026/11/26/7/0210.beast.zst`.
    public let path: String
    public let kind: Kind
    public let receiver: UInt32
    /// When its ten minutes begin, by arrival.
    public let start: Timestamp
    public internal(set) var bytes: Int
    /// `nil` while it is being written.
    public internal(set) var sha256: String?

    /// How long a slice is.
    public static let seconds = 600.0
    static let nanoseconds: Int64 = 600_000_000_000

    /// The instant at which the slice of an instant begins.
    static func start(of time: Timestamp) -> Timestamp {
        let nanoseconds = time.nanoseconds
        let past = (nanoseconds % Self.nanoseconds + Self.nanoseconds) % Self.nanoseconds
        return Timestamp(nanoseconds: nanoseconds.subtractingReportingOverflow(past).partialValue)
    }

    public var during: Range<Timestamp> { start..<start.advanced(bySeconds: Self.seconds) }
}
