/// The first line of a connection that speaks text: `key KEY`, or already data.
struct KeyLine: Sendable {
    /// What was shown.
    private(set) var key: FeederKey?
    private var isOver = false

    /// Looks at a line that is not empty.
    ///
    /// - Returns: whether it was the first and shows a key; else it is data.
    mutating func takes(_ line: Span<UInt8>) -> Bool {
        guard !isOver else { return false }
        isOver = true
        key = FeederKey.shown(by: line)
        return key != nil
    }

    /// A new connection begins.
    mutating func restart() { self = KeyLine() }
}
