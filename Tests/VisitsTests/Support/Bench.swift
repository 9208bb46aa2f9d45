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

    /// Of a text of ours, written on a Monday, with places by hand.
    static func draft(_ text: String, published: String = "2024-06-17T10:00:00+07:00") throws -> Draft {
        try draft(Story.story(["id": "made", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    /// The stops of such a text, in order.
    static func stops(_ text: String) throws -> String {
        try draft(text).stops.map(\.stop.name).joined(separator: ", ")
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
