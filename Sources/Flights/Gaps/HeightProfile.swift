import Aero

/// How the height of an aircraft can have gone in a silence: to a level, along it, and from it to the height at which it was heard again.
struct HeightProfile: Sendable {
    /// Feet at the ends; `nil` where it was not heard again.
    private let first: Double
    private let last: Double?
    /// Feet.
    let level: Double
    private let seconds: Double
    /// Feet a second, positive.
    private let climb: Double
    private let descent: Double

    /// - Parameters:
    ///   - level: feet.
    ///   - climb: feet a minute, positive; more where the time is too short otherwise. So is the descent.
    init(from start: SilenceEnd, to end: SilenceEnd?, seconds: Double, level: Double, climb: Double, descent: Double) {
        first = start.altitude.rawValue
        last = end?.altitude.rawValue
        self.level = level
        self.seconds = seconds
        let needed = last.map { ($0 - start.altitude.rawValue) / max(1, seconds) } ?? 0
        self.climb = max(climb / 60, needed)
        self.descent = max(descent / 60, -needed)
    }

    /// - Parameter elapsed: seconds since the first end.
    func altitude(after elapsed: Double) -> Feet {
        let leaving =
            first < level ? min(level, first + climb * elapsed) : max(level, first - descent * elapsed)
        guard let last else { return Feet(leaving) }
        let left = max(0, seconds - elapsed)
        let arriving = last < level ? min(level, last + descent * left) : max(level, last - climb * left)
        if first <= level, last <= level { return Feet(min(leaving, arriving)) }
        if first >= level, last >= level { return Feet(max(leaving, arriving)) }
        return Feet(leaving == level ? arriving : leaving)
    }
}
