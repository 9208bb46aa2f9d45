import Aero
import Flights
import Site
import Tracking
import Watch

/// One rule over the past: what it would have told.
struct RuleTrial: Sendable {
    let rule: WatchRule
    let context: WatchContext
    let legs: LegContext
    let teller: AlertTeller
    var gaps: [Range<Timestamp>] = []
    var bounds = ArchiveRun.Bounds()

    /// Read before, so that it is known who flies and who stands. Seconds.
    static let warmSeconds = 86_400.0

    /// - Parameters:
    ///   - most: alerts that are given back, the last ones.
    ///   - each: is told of every alert as it is found.
    @concurrent
    func run(
        over archive: any TrackArchive,
        _ facts: ArchiveFacts,
        during range: Range<Timestamp>,
        made: Timestamp,
        most: Int,
        each: @Sendable (AlertRecord) -> Void = { _ in }
    ) async throws(ArchiveError) -> WatchPreview {
        // Its names were asked for when it was read.
        guard let engine = try? WatchEngine(rules: [rule], context: context) else {
            throw .badQuestion("the rule names what is not known here")
        }
        var run = WatchRun(engine: engine, context: legs)
        run.skip(to: range.lowerBound)
        let start = range.lowerBound.advanced(bySeconds: -Self.warmSeconds)
        let archived = ArchiveRun(
            archive: archive,
            facts: facts,
            interest: run.interest,
            gaps: gaps,
            bounds: bounds
        )
        var alerts: [AlertRecord] = []
        var (count, size, isStopped) = (0, 0, false)
        let cost = try await archived.feed(&run, during: start..<range.upperBound) { step in
            for found in step.alerts {
                let record = teller.record(of: found, made: made)
                count += 1
                alerts.append(record)
                each(record)
            }
            if alerts.count > 2 * most { alerts.removeFirst(alerts.count - most) }
            size = max(size, step.size)
            for case .stopped in step.outputs { isStopped = true }
            return !isStopped
        }
        return WatchPreview(
            alerts: Array(alerts.suffix(most)),
            count: count,
            isTruncated: cost.isCut,
            from: min(range.lowerBound, cost.reached),
            to: cost.reached,
            rows: cost.rows,
            aircraft: cost.aircraft,
            seconds: cost.seconds,
            size: size,
            isStopped: isStopped
        )
    }
}
