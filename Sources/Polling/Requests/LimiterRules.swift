/// How a provider wants to be asked.
public struct LimiterRules: Hashable, Sendable {
    /// Seconds between the beginnings of two requests, at least.
    public var interval: Double
    /// Seconds a back-off lasts at most, unless the provider says longer.
    public var longestBackoff: Double
    /// The longest wait a provider may ask for, in seconds; a longer one is taken as this.
    public var longestRetryAfter = 86_400.0
    /// A back-off is lengthened or shortened by up to that share; a wait the provider asked for is only lengthened.
    public var jitter = 0.2
    /// Seconds after which a request that never came back counts as gone.
    public var patience = 300.0

    public init(interval: Double, longestBackoff: Double = 900) {
        self.interval = interval
        self.longestBackoff = longestBackoff
    }

    /// The rules of a profile.
    public init(_ profile: ProviderProfile) {
        self.init(interval: profile.minimumInterval, longestBackoff: profile.longestBackoff)
    }
}
