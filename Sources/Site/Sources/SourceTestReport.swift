/// What a trial of a source has seen so far.
public struct SourceTestReport: Hashable, Sendable {
    public enum Guess: String, Hashable, Sendable, CaseIterable {
        case beast, avr, sbs, uat, jsonl, unknown
    }

    /// Whole seconds since the trial began.
    public var second: Int
    public var state: SourceStatus.State
    public var detail: String?
    public var bytes: Int
    public var frames: Int
    public var aircraft: Int
    public var positions: Int
    public var rejected: Int
    /// What the bytes look like.
    public var guess: Guess
    /// No report follows.
    public var isDone: Bool

    public init(
        second: Int,
        state: SourceStatus.State,
        detail: String? = nil,
        bytes: Int = 0,
        frames: Int = 0,
        aircraft: Int = 0,
        positions: Int = 0,
        rejected: Int = 0,
        guess: Guess = .unknown,
        isDone: Bool = false
    ) {
        self.second = second
        self.state = state
        self.detail = detail
        self.bytes = bytes
        self.frames = frames
        self.aircraft = aircraft
        self.positions = positions
        self.rejected = rejected
        self.guess = guess
        self.isDone = isDone
    }
}
