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
        case .relay: "relay"
        case .mayAccompany: "may_accompany"
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

    /// How much a weight counts, from -3 (far less likely) to 3, 0 for hardly anything; told also where numbers would pretend to know.
    public static func strength(_ weight: Double) -> Int {
        let size = abs(weight)
        guard size >= 0.1 else { return 0 }
        return (weight < 0 ? -1 : 1) * (size < 1 ? 1 : size < 2.5 ? 2 : 3)
    }

    /// How many times likelier a weight makes the announced visit than a flight of its own; below 1 for less likely.
    public static func times(_ weight: Double) -> Double {
        Trigonometry.exponential(min(30, max(-30, weight)))
    }
}
