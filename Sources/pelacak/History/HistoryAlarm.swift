import Aero
import Site

/// What is said of a history that cannot be kept: once when it begins and once when it is over, whatever stops one after the other.
struct HistoryAlarm {
    enum Word: Equatable {
        /// It begins: what is not kept, and why as the system says it.
        case stopped(parts: [HistoryStop.Part], isFull: Bool, detail: String)
        case again
    }

    /// A disk that is all but full takes a little now and then: what goes well for so long goes on. Seconds.
    private static let settledSeconds = 10.0

    /// When something stood still last; `nil` when that is over.
    private var lastStop: Timestamp?

    /// - Parameter detail: why, in words for the operator.
    /// - Returns: what is to be said now, if anything.
    mutating func note(_ stops: [HistoryStop], detail: String, at now: Timestamp) -> Word? {
        guard stops.isEmpty else {
            defer { lastStop = now }
            guard lastStop == nil else { return nil }
            let isFull = stops.contains { $0.reason == .diskFull }
            return .stopped(parts: stops.map(\.part), isFull: isFull, detail: detail)
        }
        // A clock that was set back does not hold it up.
        guard let lastStop, now.seconds(since: lastStop).magnitude >= Self.settledSeconds else { return nil }
        self.lastStop = nil
        return .again
    }
}
