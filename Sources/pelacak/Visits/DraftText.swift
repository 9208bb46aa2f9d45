import Aero
import Foundation
import Visits

/// A draft as lines of text: each item with the words it rests on. Kinds and certainties are the terms of docs/visits.md.
struct DraftText {
    let draft: Draft
    let text: String

    func lines() -> [String] {
        head() + stops() + claims() + openPoints()
            + [
                "a draft: nothing of it is used before a person confirms it; it says where a person is said to go, and of no aircraft who is aboard"
            ]
    }

    private func head() -> [String] {
        var lines = [
            "language \(draft.language.rawValue); of \(TimeText.iso(draft.dateline.time).prefix(10)) (\(draft.dateline.basis.rawValue))"
        ]
        if let subject = draft.subject {
            let parts = [subject.name, subject.role, subject.state.map { "\($0)" }].compactMap(\.self)
            lines.append("subject  \(parts.map(plain).joined(separator: ", "))")
            if !subject.assumedHome.isEmpty {
                lines.append("  assumed to leave from \(subject.assumedHome.map(\.code).joined(separator: ", "))")
            }
        }
        return lines
    }

    private func stops() -> [String] {
        draft.stops.enumerated().flatMap { index, one in
            let stop = one.stop
            let airports = stop.airports.prefix(3).map { "\($0.code) \(Self.share($0.weight))" }
            var words = [
                "stop \(index + 1)  \(plain(stop.name)) (\(stop.kind.rawValue), \(one.track.rawValue), \(one.certainty.rawValue))"
            ]
            words.append(airports.isEmpty ? "no airport is named" : airports.joined(separator: ", "))
            words.append("arrival \(Self.window(stop.arrival))")
            if let hours = stop.dwellHours {
                words.append("\(Self.number(hours.lowerBound)) to \(Self.number(hours.upperBound)) h")
            }
            let readings =
                stop.arrival.readings.count > 1
                ? stop.arrival.readings.map { reading in
                    "  read by the clock of \(reading.zone.rawValue) (\(Self.share(reading.weight))): \(Self.range(reading.start, reading.end))"
                } : []
            return [words.joined(separator: "; ")] + readings + quotes(one.spans)
        }
    }

    private func claims() -> [String] {
        draft.claims.flatMap { claim in
            let speaker = claim.speaker.map { plain($0.line) } ?? "the report itself"
            let denied = claim.polarity == .denied ? ", denied" : ""
            return ["claim  \(claim.kind.rawValue), \(claim.certainty.rawValue)\(denied), by \(speaker)"]
                + quotes(claim.spans.prefix(1))
        }
    }

    private func openPoints() -> [String] {
        draft.openPoints.map { point in
            let words = point.span.flatMap { $0.words(of: text) }.map { ": \"\(plain($0))\"" } ?? ""
            return "open  \(point.kind.rawValue)\(words)"
        }
    }

    private func quotes(_ spans: some Sequence<TextSpan>) -> [String] {
        spans.compactMap { $0.words(of: text) }.map { "  \"\(plain($0))\"" }
    }

    /// Without what a terminal would act on.
    private func plain(_ text: String) -> String {
        IdentityOptions.plain(String(text.map { $0.isNewline ? " " : $0 }))
    }

    private static func window(_ window: ArrivalWindow) -> String {
        window.start == nil && window.end == nil ? "by its order alone" : range(window.start, window.end)
    }

    private static func range(_ start: Timestamp?, _ end: Timestamp?) -> String {
        "\(start.map(TimeText.iso) ?? "..")/\(end.map(TimeText.iso) ?? "..")"
    }

    private static func share(_ weight: Double) -> String { String(format: "%.2f", weight) }
    private static func number(_ hours: Double) -> String { String(format: "%g", hours) }
}
