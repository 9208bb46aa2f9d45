import Aero

extension RankingTerm {
    /// What it is called in documents.
    public var name: String {
        switch self {
        case .prior: "prior"
        case .seenAtStop: "seen_at_stop"
        case .stopInSilence: "stop_in_silence"
        case .unreachable: "unreachable"
        case .order: "order"
        case .origin: "origin"
        case .notFromHome: "not_from_home"
        case .onRoute: "on_route"
        case .routeSilence: "route_silence"
        case .companions: "companions"
        case .sister: "sister"
        case .claim: "claim"
        }
    }

    /// The stop it is about, by its place in the itinerary; `nil` for the others.
    public var stop: Int? {
        switch self {
        case .seenAtStop(let stop, _), .stopInSilence(let stop, _), .unreachable(let stop, _), .onRoute(let stop),
            .routeSilence(let stop, _):
            stop
        default: nil
        }
    }

    /// How many times likelier a weight makes the announced visit than a flight of its own; below 1 for less likely.
    public static func times(_ weight: Double) -> Double {
        Trigonometry.exponential(min(30, max(-30, weight)))
    }
}
