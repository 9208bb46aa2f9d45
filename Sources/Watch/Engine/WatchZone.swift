public import Aero

/// Which offset from UTC a zone has, and since when.
public struct WatchZone: Hashable, Sendable {
    /// One offset, from an instant on.
    public struct Change: Hashable, Sendable {
        public let from: Timestamp
        /// Seconds to add to UTC.
        public let offsetSeconds: Int

        public init(from: Timestamp, offsetSeconds: Int) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    /// In order of time; the first holds before its instant too.
    public let changes: [Change]

    /// - Returns: `nil` where there is no change, or the order is wrong.
    public init?(changes: [Change]) {
        guard !changes.isEmpty, zip(changes, changes.dropFirst()).allSatisfy({ $0.from < $1.from }) else { return nil }
        self.changes = changes
    }

    /// A fixed zone: `UTC`, or an offset such as `+09:00`; `nil` for any other text.
    public init?(fixed text: String) {
        var offset = 0
        if text != "UTC" {
            let bytes = Array(text.utf8)
            guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
                bytes[3] == UInt8(ascii: ":"), [1, 2, 4, 5].allSatisfy({ (48...57).contains(bytes[$0]) })
            else { return nil }
            let digits = bytes.map { Int($0) - 48 }
            let size = (digits[1] * 10 + digits[2]) * 3600 + (digits[4] * 10 + digits[5]) * 60
            guard size <= 14 * 3600 else { return nil }
            offset = bytes[0] == UInt8(ascii: "-") ? -size : size
        }
        changes = [Change(from: Timestamp(nanoseconds: 0), offsetSeconds: offset)]
    }

    func offsetSeconds(at instant: Timestamp) -> Int {
        (changes.last { $0.from <= instant } ?? changes[0]).offsetSeconds
    }
}
