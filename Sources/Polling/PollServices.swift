public import Feeds
import Foundation

/// What all polled sources of a program share.
public struct PollServices: Sendable {
    public var directory: ProviderDirectory
    public var limiters: RequestLimiters
    public var tokens: TokenStore
    /// `nil` writes nothing down.
    public var captures: CaptureLog?
    public var timeouts: PollTimeouts
    public var clock: any FeedClock
    /// Numbers in 0 ..< 1, for the jitter of the waits.
    public var random: @Sendable () -> Double
    /// As requests say who asks: `pelacak/VERSION (+self-hosted)`.
    public var agent: String
    /// Where keys named by `key-env=` are.
    public var environment: [String: String]

    /// The services of a program.
    ///
    /// - Parameters:
    ///   - random: numbers in 0 ..< 1, for the jitter of the waits.
    ///   - environment: `nil` takes the program's own.
    public init(
        version: String,
        directory: ProviderDirectory = .standard,
        captures: CaptureLog? = nil,
        timeouts: PollTimeouts = PollTimeouts(),
        clock: any FeedClock = SystemFeedClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        environment: [String: String]? = nil
    ) {
        self.directory = directory
        self.captures = captures
        self.timeouts = timeouts
        self.clock = clock
        self.random = random
        self.environment = environment ?? ProcessInfo.processInfo.environment
        limiters = RequestLimiters(random: random)
        tokens = TokenStore()
        agent = "pelacak/\(version) (+self-hosted)"
    }
}
