import Aero

/// One stream of lines: where it is cut, whether it began with a key, and the time of its last line.
struct LineStream: Sendable {
    let base: TimeBase
    /// An empty line says that the other side is there.
    let hasSignsOfLife: Bool
    var splitter: LineSplitter
    var keyLine = KeyLine()
    /// Of a recording: the time of the line before.
    var lastTime: Timestamp
    /// Its data were said to be made up. Stays: taking real data for simulated is the smaller harm.
    var isSimulated = false
    private var countedOverlong: UInt64 = 0

    /// - Parameters:
    ///   - limit: bytes of a line.
    ///   - hasSignsOfLife: whether an empty line means something.
    init(base: TimeBase, limit: Int = LineSplitter.usualLimit, hasSignsOfLife: Bool) {
        self.base = base
        self.hasSignsOfLife = hasSignsOfLife
        splitter = LineSplitter(limit: limit)
        lastTime = Timestamp(nanoseconds: 0)
        if case .recording(let start) = base { lastTime = start }
    }

    var shownKey: FeederKey? { keyLine.key }

    /// Lines that were too long and have not been told yet.
    mutating func newlyOverlong() -> UInt64 {
        defer { countedOverlong = splitter.overlong }
        return splitter.overlong &- countedOverlong
    }

    /// A new connection begins.
    mutating func restart() {
        splitter.restart()
        keyLine.restart()
    }
}
