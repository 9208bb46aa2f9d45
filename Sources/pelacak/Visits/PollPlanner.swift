import Aero
import Polling
import Visits

/// Plans what the polled sources that are configured could be asked about a visit, within what their providers allow.
///
/// A plan asks nobody: it is shown, and what of it becomes a source is for a person to say.
struct PollPlanner {
    /// A provider, and what of its allowance is left.
    struct Provider: Hashable {
        let profile: ProviderProfile
        /// Requests an hour that nobody uses yet.
        let free: Double
        /// Requests an hour that it allows at all.
        let allowed: Double
    }

    // Ours: how far an aircraft that comes down to a stop is looked for.
    static let reach = NauticalMiles(200)
    // Ours: a landing takes longer than this from the reach's edge; asking more often shows nothing more of where it went.
    static let mostPerHour = 360.0
    // Ours: asked less often than once in ten minutes a source misses landings.
    static let leastPerHour = 6.0

    let providers: [Provider]

    /// - Parameter sources: what is configured and not paused, terms confirmed or not needed.
    init(sources: [PolledSource], directory: ProviderDirectory = .standard) {
        var found: [ProviderProfile] = []
        var (used, allowed): ([String: Double], [String: Double]) = ([:], [:])
        for source in sources where source.target.format.needsConfirmation && source.confirmation != nil {
            let profile = directory.profile(for: source.target, ownTerms: source.ownTerms)
            let key = Self.key(profile)
            if allowed[key] == nil { found.append(profile) }
            used[key, default: 0] += 3_600 / max(source.interval(profile), 0.1)
            let perHour = min(
                3_600 / max(profile.minimumInterval, 0.1),
                profile.creditsPerDay(hasAccount: source.hasAccount).map { Double($0) / 24 } ?? .infinity
            )
            allowed[key] = max(allowed[key] ?? 0, perHour)
        }
        providers = found.map { profile in
            let key = Self.key(profile)
            let all = allowed[key] ?? 0
            return Provider(profile: profile, free: max(0, all - (used[key] ?? 0)), allowed: all)
        }
    }

    private static func key(_ profile: ProviderProfile) -> String { profile.id + "/" + profile.name }

    /// - Parameter fleet: the addresses of the state's fleet; empty where none is known.
    func plan(for visit: Visit, fleet: [AircraftAddress]) -> VisitPlan {
        let stops = visit.stops.filter { $0.confirmedBy != nil }
        var gaps = stops.filter(\.stop.airports.isEmpty).map { VisitPlan.Gap.noAirport(stop: $0.id) }
        if fleet.isEmpty { gaps.append(.noFleet) }
        gaps.append(.ways)
        guard !providers.isEmpty else { return VisitPlan(queries: [], gaps: gaps, isConfigured: false) }
        let now = fill(providers, stops, fleet)
        // Where the sources that run leave too little, what would fit without them.
        let idle = providers.map { Provider(profile: $0.profile, free: $0.allowed, allowed: $0.allowed) }
        let ifPaused = now.lacks ? fill(idle, stops, fleet).queries : []
        return VisitPlan(
            queries: now.queries,
            gaps: gaps + now.gaps,
            ifPaused: ifPaused.count > now.queries.count ? ifPaused : [],
            isConfigured: true
        )
    }

    /// Questions put to providers, and what they leave out.
    private struct Filled {
        let queries: [VisitPlan.Query]
        let gaps: [VisitPlan.Gap]

        /// Whether somebody cannot be asked often enough.
        var lacks: Bool {
            gaps.contains { gap in
                switch gap {
                case .noRoom, .moreNames: true
                default: false
                }
            }
        }
    }

    private func fill(_ providers: [Provider], _ stops: [DraftedStop], _ fleet: [AircraftAddress]) -> Filled {
        var gaps: [VisitPlan.Gap] = []
        var asked = providers.map { Asked(provider: $0) }
        for stop in stops {
            guard let place = stop.stop.airports.first?.position else { continue }
            guard let at = Self.leastBusy(asked) else {
                gaps.append(.noRoom(stop: stop.id))
                continue
            }
            asked[at].circle(stop.id, place, &gaps)
        }
        let sisters = Set(fleet.flatMap(SiblingRule.oneBitAway)).subtracting(fleet).sorted { $0.rawValue < $1.rawValue }
        for (kind, addresses) in [(VisitPlan.Kind.fleet, fleet), (.sisters, sisters)] where !addresses.isEmpty {
            guard let at = Self.leastBusy(asked) else {
                gaps.append(.moreNames(provider: providers[0].profile.name, left: addresses.count))
                continue
            }
            asked[at].names(kind, addresses, &gaps)
        }
        return Filled(queries: asked.flatMap(\.queries), gaps: gaps)
    }

    /// Whoever can still be asked most for one more question.
    private static func leastBusy(_ asked: [Asked]) -> Int? {
        asked.indices.filter { asked[$0].room > 0 }.max { one, other in
            asked[one].share < asked[other].share
        }
    }

    /// What one provider is asked.
    private struct Asked {
        let provider: Provider
        private var questions: [(kind: VisitPlan.Kind, what: String, stop: Int?, cost: Double)] = []

        init(provider: Provider) { self.provider = provider }

        private var profile: ProviderProfile { provider.profile }
        private var cost: Double { questions.map(\.cost).reduce(0, +) }
        /// Requests an hour of each question if there is one more.
        var share: Double { provider.free / (cost + 1) }
        /// Questions that can still be put often enough.
        var room: Int { Int(max(0, min(10_000, provider.free / PollPlanner.leastPerHour - cost))) }

        mutating func circle(_ stop: Int, _ place: Position, _ gaps: inout [VisitPlan.Gap]) {
            let radius = min(PollPlanner.reach, profile.largestRadius)
            if radius < PollPlanner.reach {
                let kilometres = Int(radius.rawValue * 1.852)
                gaps.append(.beyondCircle(stop: stop, provider: profile.name, kilometres: kilometres))
            }
            let query: PollQuery =
                profile.formats.contains(.openSky) ? Self.box(place, radius) : .circle(place, radius: radius)
            let cost = profile.credits?.isByArea ?? false ? Double(query.areaCredits) : 1
            questions.append((.circle, query.option?.value ?? "", stop, cost))
        }

        mutating func names(_ kind: VisitPlan.Kind, _ addresses: [AircraftAddress], _ gaps: inout [VisitPlan.Gap]) {
            var rest = addresses[...]
            while !rest.isEmpty, room > 0 {
                let part = rest.prefix(max(1, profile.mostNames))
                rest = rest.dropFirst(part.count)
                questions.append((kind, part.map(\.hex).joined(separator: ","), nil, 1))
            }
            if !rest.isEmpty { gaps.append(.moreNames(provider: profile.name, left: rest.count)) }
        }

        /// Each question as often as all of them fit into what is left.
        var queries: [VisitPlan.Query] {
            let perHour = min(PollPlanner.mostPerHour, 3_600 / profile.usualInterval, provider.free / max(1, cost))
            return questions.map { question in
                VisitPlan.Query(
                    provider: profile.name,
                    kind: question.kind,
                    what: question.what,
                    stop: question.stop,
                    perHour: perHour
                )
            }
        }

        /// The box around a circle; where it would cross the 180th meridian, up to there.
        private static func box(_ place: Position, _ radius: NauticalMiles) -> PollQuery {
            let north = radius.rawValue / 60
            let east = north / max(0.1, Trigonometry.cosine(min(85, abs(place.latitude)) * .pi / 180))
            return .box(
                south: max(-90, place.latitude - north),
                west: max(-180, place.longitude - east),
                north: min(90, place.latitude + north),
                east: min(180, place.longitude + east)
            )
        }
    }
}
