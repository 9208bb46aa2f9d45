import ModeS

/// What a table has counted since it was made. Nothing that comes in is lost without a count.
public struct TableStatistics: Hashable, Sendable {
    public internal(set) var frames = 0
    /// By downlink format number, 0…24.
    public internal(set) var framesByFormat = [Int](repeating: 0, count: 25)
    /// The same of frames with bits turned over.
    public internal(set) var repairedByFormat = [Int](repeating: 0, count: 25)
    public internal(set) var uatFrames = 0
    public internal(set) var reports = 0
    public internal(set) var believed = 0
    public internal(set) var awaitingSecond = 0
    public internal(set) var unattributed = 0
    /// Copies of transmissions that another receiver had given already; they are not among the frames.
    public internal(set) var copies = 0
    /// Replies that may be of a neighbour in address as well, when they were first heard.
    public internal(set) var ambiguous = 0
    /// Those of them that a further receiver's copy decided; they are believed.
    public internal(set) var decidedByCopies = 0
    /// Messages of feeders that are not believed, of aircraft that others support.
    public internal(set) var withheld = 0
    public internal(set) var repairedStrangers = 0
    public internal(set) var parityFailures = 0
    public internal(set) var unknownFormats = 0
    public internal(set) var globalPositions = 0
    public internal(set) var localPositions = 0
    public internal(set) var statedPositions = 0
    public internal(set) var claimedPositions = 0
    /// By the raw value of `Refusal`.
    public internal(set) var refusals = [Int](repeating: 0, count: Refusal.allCases.count)
    /// Values of worse sources that did not replace a fresh one of a better source.
    public internal(set) var outrankedValues = 0
    public internal(set) var tracksMade = 0
    public internal(set) var tracksExpired = 0
    /// Tracks dropped because the table was full.
    public internal(set) var tracksEvicted = 0

    mutating func note(_ error: MessageError) {
        switch error {
        case .unknownFormat: unknownFormats += 1
        case .parity: parityFailures += 1
        }
    }

    /// Positions of every kind.
    public var positions: Int { globalPositions + localPositions + statedPositions + claimedPositions }
    /// How often a reason stood against a position.
    public func refused(_ refusal: Refusal) -> Int { refusals[Int(refusal.rawValue)] }
}
