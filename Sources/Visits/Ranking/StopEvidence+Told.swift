public import Aero

extension StopEvidence {
    /// How the presence of an aircraft at a stop is known.
    public enum Known: String, CaseIterable, Sendable {
        /// It was heard there.
        case observed
        /// It was not heard there, and what was heard elsewhere speaks for it.
        case inferred
        /// It cannot have been there.
        case impossible
        /// It can have been there, and nothing heard speaks for it.
        case unknown
    }

    /// What is told of the stop: how it is known, where, and between which times.
    public struct Told: Hashable, Sendable {
        public let known: Known
        public let airport: String?
        public let from: Timestamp?
        public let to: Timestamp?
    }

    public var told: Told {
        if let seen, isSeen { return Told(known: .observed, airport: seen.airport, from: seen.time, to: seen.time) }
        if let fit, isReachable {
            // A course within a quarter turn of the way is something heard that speaks for it.
            let known: Known = fit.courseOff.map { $0.rawValue < 30 } ?? false ? .inferred : .unknown
            return Told(known: known, airport: fit.airport, from: fit.earliest, to: fit.latest)
        }
        return Told(known: isReachable ? .unknown : .impossible, airport: nil, from: nil, to: nil)
    }
}
