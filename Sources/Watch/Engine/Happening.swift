import Aero

/// One event and what follows from it.
struct Happening: Sendable {
    var event: WatchEvent
    /// The aircraft's place in `Sky`.
    var aircraft: Int32 = -1
    var isHeard = false
    var entered: [Int] = []
    var left: [Int] = []
    /// Levels that began, or lasted long enough now.
    var raised: [Int] = []
    /// A code that is told now.
    var code: UInt16?
    var isNewCallsign = false
    /// A judgement of a silence that goes on.
    var isSilent = false
}
