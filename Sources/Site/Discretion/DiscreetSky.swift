import Aero
import ModeS
import Tracking

/// The sky as one audience may see it: whoever is hidden from it was never there. All documents of now are made of it, so that no path
/// can forget.
///
/// A track that was hidden at any moment of its life stays hidden to its end: its trail and its values are of that time too.
struct DiscreetSky: Sky {
    private let sky: any Sky
    private let audience: Audience
    private let discretion: Discretion
    /// Whether it may be told who heard what how loud, which tells where the receivers stand.
    private let tellsReception: Bool
    private let counts: VisibleCounts
    private let shown: ShownSky
    private let beginnings = ShownBeginnings()

    init(_ sky: any Sky, for audience: Audience, _ discretion: Discretion, tellsReception: Bool) {
        self.sky = sky
        self.audience = audience
        self.discretion = discretion
        self.tellsReception = tellsReception
        counts = VisibleCounts()
        shown = discretion.shownSky(to: audience)
    }

    /// Whether counts of everything would count what is hidden.
    var hidesAnything: Bool { discretion.hidesAnything(from: audience) }

    func status() async -> SkyStatus {
        let status = await sky.status()
        guard hidesAnything else { return status }
        let all = self
        return await counts.told(status, edition: discretion.edition) { (await all.snapshot(), await all.tracks()) }
    }

    func snapshot() async -> SkySnapshot {
        var snapshot = await sky.snapshot()
        let rules = discretion.rules
        guard hidesAnything else { return snapshot }
        var kept: [TrackSummary] = []
        kept.reserveCapacity(snapshot.aircraft.count)
        for summary in snapshot.aircraft where shown.shows(summary) {
            if rules.hiddenTimes(of: summary.address, from: audience).isEmpty {
                kept.append(summary)
            } else if let track = await sky.track(summary.address), !isHidden(track, rules, at: snapshot.time) {
                kept.append(summary)
            }
        }
        snapshot.aircraft = kept
        return snapshot
    }

    func track(_ address: AircraftAddress) async -> Track? {
        let now = await sky.status().now
        guard var track = await sky.track(address), !isHidden(track, discretion.rules, at: now) else { return nil }
        reduce(&track)
        return track
    }

    func tracks() async -> [Track] {
        var tracks = await sky.tracks()
        let rules = discretion.rules
        if hidesAnything {
            let now = await sky.status().now
            tracks.removeAll { isHidden($0, rules, at: now) }
        }
        if !tellsReception || hidesAnything { for index in tracks.indices { reduce(&tracks[index]) } }
        if !shown.isWhole { beginnings.keep(tracks) }
        return tracks
    }

    func feedNames() async -> [FeedID: String] { tellsReception ? await sky.feedNames() : [:] }
    func polledFeeds() async -> Set<FeedID> { await sky.polledFeeds() }
    func credits() async -> [DataCredit] { await sky.credits() }

    /// Where anything is hidden, only counts of what is shown.
    func counts() async -> SkyCounts {
        let counts = await sky.counts()
        guard hidesAnything else { return counts }
        var told = SkyCounts()
        told.isOfShownOnly = true
        for name in counts.aircraft.keys { told.aircraft[name] = 0 }
        for summary in await snapshot().aircraft { told.aircraft[summary.sourceClass.readsbName, default: 0] += 1 }
        return told
    }

    /// Leaves of a track that is shown what may be told.
    private func reduce(_ track: inout Track) {
        if !tellsReception { track.withholdReception() }
        if !shown.isWhole {
            track.keepTrail { shown.shows($0) }
            beginnings.cut(&track)
        }
        if !track.advisories.isEmpty, hidesAnything { withholdThreats(&track) }
    }

    /// An advisory tells of another aircraft, by its address or its place: only those are told whose threat is known and not hidden.
    private func withholdThreats(_ track: inout Track) {
        let rules = discretion.rules
        track.keepAdvisories { event in
            guard case .address(let threat) = event.advisory.threat else { return false }
            return !rules.hides(threat, from: audience, during: event.first...max(event.first, event.last))
        }
    }

    private func isHidden(_ track: Track, _ rules: SuppressionRules, at now: Timestamp) -> Bool {
        let times = min(track.firstHeard, now)...max(track.lastHeard, now)
        return !shown.shows(TrackSummary(track)) || rules.hides(track.address, from: audience, during: times)
    }
}
