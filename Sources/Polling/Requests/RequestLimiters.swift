/// The limiters of a program, one for each provider: several sources of one share its allowance.
public actor RequestLimiters {
    private var limiters: [String: RequestLimiter] = [:]
    private let random: @Sendable () -> Double

    /// None yet.
    ///
    /// - Parameter random: numbers in 0 ..< 1, for the jitter of the waits.
    public init(random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }) { self.random = random }

    /// The limiter of a source's provider; that of an unknown one goes by its host and port.
    public func limiter(for target: PollTarget, _ profile: ProviderProfile) -> RequestLimiter {
        let key =
            profile.hosts.contains(target.host) && profile.isKnown
            ? profile.id : "\(target.host.lowercased()):\(target.port)"
        if let limiter = limiters[key] { return limiter }
        let limiter = RequestLimiter(LimiterRules(profile), random: random)
        limiters[key] = limiter
        return limiter
    }
}

extension ProviderProfile {
    /// Whether it is one of the directory, and not made up for a server nobody knows.
    var isKnown: Bool { !isOwn && id != "unknown" }
}
