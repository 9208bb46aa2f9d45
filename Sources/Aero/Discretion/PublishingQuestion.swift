/// What is asked of whoever publishes, before he does.
public enum PublishingQuestion: String, Hashable, Sendable, CaseIterable {
    /// Whether what is heard shows movements in or near a conflict zone.
    case conflict
    /// Whether ambulance, rescue or evacuation flights are heard.
    case medical
    /// Whether a visit is shown only when the aircraft has landed.
    case afterLanding = "after-landing"

    /// Whether an answer calls for something to be done first.
    public func callsForCare(_ answer: Bool) -> Bool {
        switch self {
        case .conflict, .medical: answer
        case .afterLanding: !answer
        }
    }
}
