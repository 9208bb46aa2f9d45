/// What kind of thing is asked for: decides who may have it, and is counted.
enum RouteClass: String, Hashable, Sendable, CaseIterable {
    case feed, page, edition, asset, basemap, live, api, history, session, readsb, query, tar1090
    case metrics, health, other

    init(_ path: [String]) {
        switch path.first {
        case nil, "flights", "airport", "visits", "visit", "alerts", "watches", "outlets", "sources", "receiver",
            "about", "objections", "sign-in":
            self = path.count <= 1 ? .page : .other
        case "editions": self = .edition
        case "feeds": self = path.count == 2 ? .feed : .other
        case "web", "vendor": self = .asset
        case "basemap": self = .basemap
        case "healthz", "readyz": self = path.count == 1 ? .health : .other
        case "metrics": self = .metrics
        case "data", "chunks", "globe_history", "db2": self = .readsb
        case "re-api", "v2": self = .query
        case "tar1090": self = .tar1090
        case "api":
            switch path.dropFirst().prefix(2) {
            case ["v1", "live"]: self = .live
            case ["v1", "session"]: self = .session
            case ["v1", "history"], ["v1", "airports"], ["v1", "coverage"]: self = .history
            case ["v1", "aircraft"] where path.count == 5 && Self.past.contains(path[4]): self = .history
            case let rest where rest.first == "v1": self = .api
            default: self = .query
            }
        default: self = .other
        }
    }

    /// What of an aircraft is asked of the history.
    private static let past: Set<String> = ["history", "days", "flights", "reach", "between"]

    /// Whether it is given to everybody, whatever the right to read. All that is not named here is kept.
    var isOpen: Bool {
        switch self {
        // A feed's address is its key; the public one asks for itself.
        case .page, .asset, .session, .health, .metrics, .feed: true
        case .edition, .basemap, .live, .api, .history, .readsb, .query, .tar1090, .other: false
        }
    }
}
