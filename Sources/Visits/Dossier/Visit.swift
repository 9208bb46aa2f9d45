/// A visit as it is kept: what reports say of it, what people made of that, and every change.
///
/// Nothing but `apply` changes it, and what `apply` changed can be taken back.
public struct Visit: Hashable, Sendable {
    public enum Status: String, Sendable { case draft, confirmed, closed }

    public internal(set) var subject: VisitSubject?
    public internal(set) var reports: [Report]
    /// In the order of the journey.
    public internal(set) var stops: [DraftedStop]
    public internal(set) var claims: [Claim]
    public internal(set) var openPoints: [OpenPoint]
    public internal(set) var status: Status
    /// Private unless somebody says otherwise.
    public internal(set) var isPublic: Bool
    /// What people call it; `nil`: nobody named it.
    public internal(set) var title: String?
    /// The rules of watching that were made of it last.
    public internal(set) var rules: [VisitRule] = []
    /// Stops that somebody put in or changed, and claims that somebody changed: no reading of a text writes over them.
    var stopsByHand: Set<Int> = []
    var claimsByHand: Set<Int> = []
    /// Every change, oldest first.
    public internal(set) var changes: [VisitChange]
    /// What it began with, before any change: what is taken back is made anew from here.
    private(set) var beginning: Contents

    /// All of a visit but its changes.
    struct Contents: Hashable, Sendable {
        var subject: VisitSubject?
        var reports: [Report] = []
        var stops: [DraftedStop] = []
        var claims: [Claim] = []
        var openPoints: [OpenPoint] = []
        var status = Status.draft
        var isPublic = false
        var title: String?
        var rules: [VisitRule] = []
        var stopsByHand: Set<Int> = []
        var claimsByHand: Set<Int> = []
    }

    /// A visit out of a first draft.
    public init(_ draft: Draft, report: Report) {
        self.init()
        begin(with: draft, of: report)
        beginning = contents
    }

    /// An empty one, for a dossier made by hand.
    public init() {
        beginning = Contents()
        (subject, reports, stops, claims, openPoints) = (nil, [], [], [], [])
        (status, isPublic, changes) = (.draft, false, [])
    }

    /// What the ranking is given: the stops a person confirmed, in order; with the windows as they were announced, or as narrowed by later claims.
    public func itinerary(withLaterClaims: Bool) -> [ItineraryStop] {
        stops.filter { $0.confirmedBy != nil }.map { stop in
            guard withLaterClaims, let later = stop.narrowed else { return stop.stop }
            return ItineraryStop(
                kind: stop.stop.kind,
                name: stop.stop.name,
                airports: stop.stop.airports,
                arrival: later.window,
                dwellHours: stop.stop.dwellHours
            )
        }
    }

    /// The number of the next report: one that no report ever had, so that what is kept of each stays its own.
    public var nextReportID: Int {
        var last = reports.map(\.id).max() ?? 0
        for change in changes {
            switch change.act {
            case .begin(let report, _), .addReport(let report, _): last = max(last, report.id)
            default: break
            }
        }
        return last + 1
    }

    var nextStopID: Int { (stops.map(\.id).max() ?? 0) + 1 }
    var nextClaimID: Int { (claims.map(\.id).max() ?? 0) + 1 }
}
