import Aero

/// What the archive was told last of one field of an aircraft, and how often in this quarter of an hour.
///
/// Real aircraft change a callsign or a squawk a few times a flight. Who alternates with every message is written down so many times in a
/// quarter of an hour, then once as no longer told, and from the next quarter on again.
struct ToldName<Value: Equatable & Sendable>: Sendable {
    enum Verdict { case known, new, tooOften, left }

    /// `nil` before the first, and after too many.
    private(set) var value: Value?
    /// Of the value that was looked at last.
    private(set) var time: Timestamp
    private var quarter: Int64
    private var changes: UInt8 = 0

    /// - Parameter value: what is known without being told.
    init(_ value: Value? = nil, at time: Timestamp) {
        self.value = value
        self.time = time
        quarter = Self.quarter(of: time)
    }

    /// Looks at a value.
    ///
    /// - Parameter most: changes that are told in a quarter of an hour.
    /// - Returns: whether it is to be written down; `tooOften` once, for the first that is not, `left` for those after it.
    @inline(__always)
    mutating func note(_ fresh: Value, at time: Timestamp, most: Int) -> Verdict {
        self.time = time
        guard fresh != value else { return .known }
        let now = Self.quarter(of: time)
        // What is late counts with the present; a clock that was set back begins anew.
        if now > quarter || now < quarter - 1 { (quarter, changes) = (now, 0) }
        guard changes < most else {
            value = nil
            defer { changes = UInt8(clamping: most + 1) }
            return changes == most ? .tooOften : .left
        }
        value = fresh
        changes += 1
        return .new
    }

    private static func quarter(of time: Timestamp) -> Int64 { time.nanoseconds / 900_000_000_000 }
}
