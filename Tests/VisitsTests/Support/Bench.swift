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

    /// A draft in lines, for reading beside what was expected of it.
    static func words(of draft: Draft, _ story: Story) -> String {
        var lines = ["== \(story.id)  subject: \(draft.subject?.name ?? draft.subject?.role ?? "none")"]
        for stop in draft.stops {
            let (start, end) = (stop.stop.arrival.start, stop.stop.arrival.end)
            lines.append("   stop \(stop.stop.name) \(stop.stop.kind) \(Score.words(start)) .. \(Score.words(end))")
        }
        for claim in draft.claims {
            let words = claim.spans.first?.words(of: story.text) ?? ""
            lines.append("   \(claim.kind.rawValue) by \(claim.speaker?.line ?? "-"): \(words)")
        }
        return lines.joined(separator: "\n")
    }
}
