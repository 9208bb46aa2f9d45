public import Aero

/// One question to a provider and what became of it.
public struct Poll: Hashable, Sendable {
    public let time: Timestamp
    public let outcome: PollOutcome
    public init(time: Timestamp, outcome: PollOutcome) {
        self.time = time
        self.outcome = outcome
    }
}
