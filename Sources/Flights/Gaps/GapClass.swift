/// What a silence means, as far as it can be told.
public enum GapClass: String, Hashable, Sendable, CaseIterable {
    /// Others would have been heard on every way it can have flown: it did not send.
    case offLikely
    /// Nobody was ever heard there at that height, or hardly anybody.
    case noCoverage
    /// Others are heard above, not as low as it was.
    case belowHorizon
    /// Who would have heard it did not listen.
    case receiverDown
    /// It was on the ground: a stop explains the silence best.
    case landed
    /// Cannot be told.
    case undetermined

    /// Whether it follows from what was heard of others, or is not known.
    public var knowing: Knowing { self == .undetermined ? .unknown : .inferred }
}
