import Aero

/// Bounds that stops give each other.
extension WindowMaker {
    // Ours: what the text puts so near a likely bound stands instead of it.
    private static let week: Double = 7 * 86_400
    private static let days: Double = 4 * 86_400
    // Ours: days in two zones begin some hours apart, and whoever tells days tells each in its own.
    private static let zones: Double = 3 * 3_600

    /// No stop before the one before it can begin, none after the one behind it must have begun; and what is likely where nothing else
    /// bounds a window.
    static func bounded(_ windows: [ArrivalWindow], _ timed: [Timed]) -> [ArrivalWindow] {
        var bounded = windows
        var earliest: Timestamp?
        for index in bounded.indices {
            bounded[index] = begun(bounded[index], earliest, likely: timed[index].likelyEarliest)
            earliest = [earliest, bounded[index].start].compactMap(\.self).max()
        }
        var latest: Timestamp?
        for index in bounded.indices.reversed() {
            bounded[index] = ended(bounded[index], latest)
            latest = [latest, bounded[index].end].compactMap(\.self).min()
        }
        for index in bounded.indices {
            guard let likely = timed[index].likelyLatest else { continue }
            let end = bounded[index].end
            if end.map({ $0 > likely && $0.seconds(since: likely) > days }) ?? true,
                bounded[index].start.map({ $0 < likely }) ?? true
            {
                bounded[index] = ArrivalWindow(
                    readings: bounded[index].readings,
                    earliest: bounded[index].earliest,
                    latest: likely
                )
            }
        }
        return bounded
    }

    private static func begun(_ window: ArrivalWindow, _ order: Timestamp?, likely: Timestamp?) -> ArrivalWindow {
        var bound = order
        if let likely, window.start == nil {
            bound = order.flatMap { $0 < likely && likely.seconds(since: $0) > week ? nil : $0 } ?? likely
        }
        guard let bound, window.start.map({ $0 < bound }) ?? true, window.end.map({ $0 > bound }) ?? true else {
            return window
        }
        if let start = window.start, !window.readings.isEmpty, bound.seconds(since: start) <= zones { return window }
        return ArrivalWindow(readings: window.readings, earliest: bound, latest: window.latest)
    }

    private static func ended(_ window: ArrivalWindow, _ bound: Timestamp?) -> ArrivalWindow {
        guard let bound, window.end.map({ $0 > bound }) ?? true, window.start.map({ $0 < bound }) ?? true else {
            return window
        }
        if let end = window.end, !window.readings.isEmpty, end.seconds(since: bound) <= zones { return window }
        return ArrivalWindow(readings: window.readings, earliest: window.earliest, latest: bound)
    }
}
