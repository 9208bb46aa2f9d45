import Aero

/// The stay in one cell so far.
struct PassRun: Sendable {
    let cell: CoverageCell
    let entered: Timestamp
    private(set) var heardBy: [Listener] = []
    private(set) var isHeardByTheseAlone = true
    /// Counted already.
    var isSpent = false

    /// Seconds. Ours: who only cuts a corner is no trial.
    static let shortest = 30.0

    init(_ cell: CoverageCell, at time: Timestamp) {
        self.cell = cell
        entered = time
    }

    mutating func note(_ point: KnownPoint) {
        for listener in point.heardBy where !heardBy.contains(listener) { heardBy.append(listener) }
        if !point.isHeardByTheseAlone { isHeardByTheseAlone = false }
    }
}
