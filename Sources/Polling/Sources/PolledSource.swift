/// A polled source as its operator wrote it.
public struct PolledSource: Hashable, Sendable {
    public var target: PollTarget
    /// Seconds between two polls; `nil` leaves it to the provider's profile.
    public var interval: Double?
    public var confirmation: Confirmation?
    /// Where the operator's own terms are written (an agreement with the provider, or the terms of one nobody knows).
    public var ownTerms: String?
    public var key: SecretReference?
    /// OAuth2 client credentials.
    public var clientID: String?
    public var clientSecret: SecretReference?
    /// Whether answers are kept whole beside the record of their polls.
    public var keepsBodies = false

    /// A source that says nothing but whom it asks.
    public init(target: PollTarget) { self.target = target }

    /// Whether requests carry the credentials of an account.
    public var hasAccount: Bool { clientID != nil || key != nil }

    /// Seconds between two polls: what was asked for, never more often than the provider allows; where nothing was asked for, so that
    /// a day's credits last a day.
    public func interval(_ profile: ProviderProfile) -> Double {
        if let interval { return max(interval, profile.minimumInterval) }
        guard let perDay = profile.creditsPerDay(hasAccount: hasAccount), perDay > 0 else {
            return profile.usualInterval
        }
        return max(profile.usualInterval, (86_400 * Double(cost(profile)) / Double(perDay)).rounded(.up))
    }

    /// Credits of one poll; 0 where none are counted.
    public func cost(_ profile: ProviderProfile) -> Int {
        guard let credits = profile.credits else { return 0 }
        return credits.isByArea ? target.query.areaCredits : 1
    }
}
