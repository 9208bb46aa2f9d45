/// A rule of watching that was made of a visit, as it is written down.
public struct VisitRule: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// An aircraft of the state's fleet takes off or lands.
        case fleet
        /// One falls silent and another of its fleet is heard nearby.
        case sisters
        /// One of the fleet comes near an announced stop.
        case nearStop = "near_stop"
        /// One of the fleet lands at an announced stop.
        case landingAtStop = "landing_at_stop"
        /// One of the fleet falls silent where it would have been heard.
        case silence
    }

    public let kind: Kind
    /// The stop it is about, by its number.
    public let stop: Int?
    /// The rule itself, JSON as docs/watches.md has it.
    public let json: String

    public init(kind: Kind, stop: Int? = nil, json: String) {
        self.kind = kind
        self.stop = stop
        self.json = json
    }
}
