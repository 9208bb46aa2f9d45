import Aero
import Foundation
import Visits

/// What drafting needs from outside, for tests.
enum Bench {
    /// When texts without a dateline are put in.
    static let entered = Timestamp(seconds: 1_790_000_000)

    @Sendable static func zoneOffset(_ zone: String, _ at: Timestamp) -> Int? {
        TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: at.seconds))
    }

    static func draft(_ story: Story, _ places: Gazetteer) throws -> Draft {
        try Drafter(places: places).draft(
            story.text,
            context: DraftContext(
                enteredAt: entered,
                published: story.published,
                outletOffsetSeconds: story.offsetSeconds,
                zoneOffset: zoneOffset
            )
        )
    }
}
