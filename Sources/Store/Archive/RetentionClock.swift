public import Aero

/// The time by which old things are deleted: the wall clock, unless somebody set it forward.
///
/// A clock that jumps by two days would make everything two days old at once. What the wall gained over a clock that nobody sets is not
/// believed for `believedSeconds` of that clock's time; then it is: by then whatever was there has become that much older anyway.
/// A plain value without a clock.
public struct RetentionClock: Sendable {
    /// Ours: twice what a leap second and a slow machine make, and much less than anything is kept.
    static let slackSeconds = 600.0
    /// Ours: as long as raw messages are kept by default.
    public static let believedSeconds = 172_800.0

    /// Of both clocks, when they were looked at last.
    private var last: (wall: Timestamp, steady: Double)?
    /// How far the wall is ahead of what is believed, and until when of the steady clock.
    private var ahead: (seconds: Double, until: Double)?

    public init() {}

    /// - Parameters:
    ///   - wall: now, as the clock on the wall has it.
    ///   - steady: seconds of a clock that only goes on.
    /// - Returns: the time by which to delete; never later than `wall`.
    public mutating func time(wall: Timestamp, steady: Double) -> Timestamp {
        if let last {
            let jump = wall.seconds(since: last.wall) - (steady - last.steady)
            if abs(jump) > Self.slackSeconds {
                let seconds = (ahead?.seconds ?? 0) + jump
                // Set back to where it was, or before: nothing is ahead any more.
                ahead = seconds > Self.slackSeconds ? (seconds, steady + Self.believedSeconds) : nil
            }
        }
        last = (wall, steady)
        if let until = ahead?.until, steady >= until { ahead = nil }
        return ahead.map { wall.advanced(bySeconds: -$0.seconds) } ?? wall
    }
}
