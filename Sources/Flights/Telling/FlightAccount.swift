public import Aero
public import Tracking

/// The flights of one aircraft in a time, and what they are told from.
///
/// More is read than is asked for, so that a leg that began before, or ends later, is told whole.
public struct FlightAccount: Sendable {
    public let aircraft: ArchivedAircraft
    public let asked: Range<Timestamp>
    /// Until when it is known that nothing else was heard.
    public let toldUntil: Timestamp
    public let log: FlightLog
    /// At the end of what was read.
    public let state: AirGround
    public let limits: AirframeLimits
    public let profile: FlightProfile
    /// In the order of time.
    public let callsigns: [ToldCallsign]
    /// From the first row that was read to the last; `nil` where there was none.
    public let heard: Span?
    public let last: Observation?
    /// Where a silence in the air began that goes on at the end of what was read; `nil` where there is none.
    public let silentSince: GapEnd?
    /// Where it was heard last with a place that was believed; `nil` where there was none.
    public let lastPlaced: GapEnd?
    /// Likewise first, since the path last began anew.
    public let firstPlaced: Sighting?
    /// How many rows were read.
    public let rows: Int
    public let evidence: ArchiveEvidence

    /// Hours read before and after what is asked for: longer than anything flies without a landing.
    public static let marginSeconds = 24 * 3_600.0

    /// The time to be read for a question.
    public static func reading(_ asked: Range<Timestamp>) -> Range<Timestamp> {
        asked.lowerBound.advanced(bySeconds: -marginSeconds)..<asked.upperBound.advanced(bySeconds: marginSeconds)
    }

    /// Legs that lie at least in part in what was asked for.
    public var legs: [Leg] { log.legs.filter { touches($0.span) } }

    /// Silences that do.
    public var gaps: [Gap] { log.gaps.filter { touches($0.span) } }

    public var stops: [Stop] {
        log.stops().filter { stop in
            Span(earliest: stop.arrival.earliest, latest: stop.departure.latest).map(touches) ?? false
        }
    }

    /// The silence that goes on, where it lies in what was asked for.
    public var silenceAsked: GapEnd? {
        guard let end = silentSince, end.sighting.time < asked.upperBound else { return nil }
        return end
    }

    public var revisions: [GapRevision] {
        let told = Set(gaps.map(\.from.sighting.time))
        return log.revisions.filter { told.contains($0.gap) }
    }

    public var doubtful: [DoubtfulStretch] { log.doubtful.filter { touches($0.span) } }

    /// The callsigns of a leg: those heard while it flew, and the one it left the ground with.
    public func callsigns(of leg: Leg) -> [String] {
        var used: [String] = []
        let span = leg.heardSpan ?? leg.span
        if let before = callsigns.last(where: { $0.time <= span.earliest }) { used.append(before.callsign) }
        for one in callsigns where one.time > span.earliest && one.time <= span.latest { used.append(one.callsign) }
        var told: Set<String> = []
        return used.filter { !$0.isEmpty && told.insert($0).inserted }
    }

    private func touches(_ span: Span) -> Bool { span.latest >= asked.lowerBound && span.earliest < asked.upperBound }
}

extension Leg {
    /// From the earliest take-off to the latest landing; up to when it was heard where there is none yet.
    public var span: Span {
        let start = takeoff.span.earliest
        let end = landing?.span.latest ?? takeoff.heard ?? takeoff.span.latest
        return Span(earliest: start, latest: max(start, end)) ?? Span(at: start)
    }

    /// From the first moment it was heard in the air to the last; `nil` where it was not, or flies still.
    public var heardSpan: Span? {
        guard let first = takeoff.heard, let last = landing?.heard else { return nil }
        return Span(earliest: first, latest: last)
    }
}
