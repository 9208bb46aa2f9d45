/// How long after the last sign of life something is to be looked at.
struct SilenceLook: Hashable, Comparable, Sendable {
    /// Of listened time, for silences; of time, for flights.
    let nanoseconds: Int64
    let isForLegs: Bool

    static func < (left: SilenceLook, right: SilenceLook) -> Bool { left.nanoseconds < right.nanoseconds }

    /// When flights are to be asked: a landing is more than a touch after a minute, and who is silent in the air is lost after five.
    private static let legs: [Int64] = [60_001_000_000, 300_001_000_000]
    /// A row is written once a minute of somebody who is heard and has no places: nothing shorter is known to be silence. Ours.
    private static let shortest: Int64 = 125_000_000_000
    /// A silence that goes on is judged again, each time it lasted twice as long: the longer it is, the more it says. Ours.
    private static let doublings = 5
    private static let longestAgain: Int64 = 43_200_000_000_000

    /// - Parameter silences: the lengths rules ask for.
    static func all(_ silences: [RuleDuration]) -> [SilenceLook] {
        var lengths: Set<Int64> = []
        for silence in silences {
            var length = max(shortest, silence.nanoseconds)
            lengths.insert(length)
            for _ in 0..<doublings where length <= longestAgain / 2 {
                length *= 2
                lengths.insert(length)
            }
        }
        return
            (lengths.map { SilenceLook(nanoseconds: $0, isForLegs: false) }
            + legs.map { SilenceLook(nanoseconds: $0, isForLegs: true) }).sorted()
    }
}
