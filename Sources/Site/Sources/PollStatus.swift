public import Aero

/// What a polled source shows besides what every source does.
public struct PollStatus: Hashable, Sendable {
    public var provider: String
    public var licence: String
    /// Its data may leave through an output.
    public var isRedistributable: Bool
    /// What must be said wherever the data are shown; empty for an own machine.
    public var credit: String
    public var home: String?
    public var terms: String?
    /// The day the operator read the terms; `nil` where he has not confirmed them.
    public var termsRead: String?
    public var purpose: String?
    /// `yes`, `unclear` or `no`: whether the terms allow the purpose.
    public var fit: String?
    /// The word of the question.
    public var query: String?
    /// Seconds between two requests.
    public var interval: Double
    /// Seconds until the next request.
    public var nextIn: Double?
    public var creditsLeft: Int?
    /// HTTP status of the last answer.
    public var lastStatus: Int?
    public var lastAnswer: Timestamp?
    public var polls = 0
    public var unchanged = 0
    public var failures = 0
    /// One line for people.
    public var warning: String?

    public init(provider: String, licence: String, isRedistributable: Bool, credit: String, interval: Double) {
        self.provider = provider
        self.licence = licence
        self.isRedistributable = isRedistributable
        self.credit = credit
        self.interval = interval
    }

    /// Leaves what anybody may know: whose data they are, and under which terms.
    mutating func hideFromStrangers() {
        terms = nil
        query = nil
        warning = nil
        purpose = nil
        fit = nil
    }
}
