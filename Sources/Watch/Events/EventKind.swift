/// Kinds of events, in the order in which those of one aircraft and time are taken. Never renumbered: alerts name them.
public enum EventKind: UInt8, Hashable, Sendable, CaseIterable {
    case listening = 0
    case identified = 1
    case firstEver = 2
    case reappeared = 3
    case sample = 4
    case callsign = 5
    case squawk = 6
    case takeoff = 7
    case landing = 8
    case silent = 9
    case sourceLost = 10
    case interference = 11

    /// Whether the aircraft itself was heard.
    var isHearing: Bool { self == .sample || self == .callsign || self == .squawk }
}
