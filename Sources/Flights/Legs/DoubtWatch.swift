import Aero
import Tracking

/// Decides which observations of an aircraft are left out of its legs, and why.
struct DoubtWatch: Sendable {
    enum Verdict: Equatable {
        case good
        case doubtful(DoubtReason)
        /// Good, and what was good before contradicts it: the path begins anew.
        case anew
    }

    private struct Run: Sendable {
        let reason: DoubtReason
        let first: Int64
        var last: Int64
        var count: Int
    }

    private struct Suspect: Sendable {
        let first: FlightPoint
        var last: FlightPoint
        var count: Int
    }

    private var good: FlightPoint?
    private var suspect: Suspect?
    private var run: Run?
    /// Doubtful ones since the last good one.
    private(set) var count = 0

    /// Two places may differ by so much at one moment: times and places are rounded, and messages are late. Ours.
    private static let slack = 1_500.0
    /// Points that agree among themselves and contradict what was before, until they are believed. Ours.
    private static let agreeing = 5
    private static let agreeingSeconds = 15.0

    /// Why an observation is doubtful whatever came before it.
    static func doubt(of row: Observation, _ point: FlightPoint, _ context: LegContext) -> DoubtReason? {
        // Stale is no doubt: readsb marks so what comes after 20 seconds without a position.
        if row.flags.contains(.doubtful) { return .markedWhenHeard }
        guard point.hasPosition else { return nil }
        if row.nicByte == 0 { return .integrityZero }
        if row.hasDetails, row.details?.nacP == 0 { return .accuracyZero }
        if !context.receivers.isEmpty, !canBeHeard(row, point, context) { return .beyondHorizon }
        return nil
    }

    mutating func verdict(on point: FlightPoint, _ rules: LegRules) -> Verdict {
        guard point.hasPosition else { return .good }
        guard let before = good, isTooFast(from: before, to: point, rules) else {
            // A place that is only repeated is as old as when it was new.
            if good?.isAtSamePlace(as: point) != true { good = point }
            suspect = nil
            return .good
        }
        if var one = suspect, !isTooFast(from: one.last, to: point, rules) {
            if !one.last.isAtSamePlace(as: point) { one.last = point }
            one.count += 1
            suspect = one
            if one.count >= Self.agreeing, point.seconds(since: one.first) >= Self.agreeingSeconds {
                good = point
                suspect = nil
                return .anew
            }
        } else {
            suspect = Suspect(first: point, last: point, count: 1)
        }
        return .doubtful(.impliedSpeed)
    }

    /// Whether a point is wrong that came first after a silence: too far from the next, which is not too far from what was before.
    func isContradicted(_ first: FlightPoint, by next: FlightPoint, _ rules: LegRules) -> Bool {
        guard isTooFast(from: first, to: next, rules) else { return false }
        return good.map { !isTooFast(from: $0, to: next, rules) } ?? false
    }

    /// Counts a doubtful observation in.
    ///
    /// - Returns: the stretch that ends with it, being of another reason.
    mutating func note(_ reason: DoubtReason, at milliseconds: Int64) -> DoubtfulStretch? {
        count += 1
        if run?.reason == reason {
            run?.last = milliseconds
            run?.count += 1
            return nil
        }
        let ended = end()
        run = Run(reason: reason, first: milliseconds, last: milliseconds, count: 1)
        return ended
    }

    /// Ends the present stretch, if there is one.
    mutating func end() -> DoubtfulStretch? {
        guard let one = run else { return nil }
        run = nil
        let span = Span(
            earliest: Timestamp(nanoseconds: one.first * 1_000_000),
            latest: Timestamp(nanoseconds: one.last * 1_000_000)
        )
        return span.map { DoubtfulStretch(reason: one.reason, span: $0, count: one.count) }
    }

    mutating func forgetCount() { count = 0 }

    private func isTooFast(from before: FlightPoint, to point: FlightPoint, _ rules: LegRules) -> Bool {
        guard let metres = before.metres(to: point) else { return false }
        return metres > Self.slack + rules.doubtfulSpeed.metresPerSecond * point.seconds(since: before)
    }

    private static func canBeHeard(_ row: Observation, _ point: FlightPoint, _ context: LegContext) -> Bool {
        guard let place = point.position, Int(row.heardBy) < context.receivers.count else { return true }
        let receivers = context.receivers[Int(row.heardBy)]
        guard !receivers.isEmpty else { return true }
        let altitude = point.altitude.map { Feet($0) } ?? (point.isOnGround ? 0 : nil)
        return receivers.contains { $0.canHear(place, altitude: altitude) }
    }
}
