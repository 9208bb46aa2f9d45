import Aero
import Foundation
import Visits

/// A draft as JSON, for programs; `spans` are bytes of the text's UTF-8, from the first up to but not with the second.
struct DraftJSON: Encodable {
    private struct Window: Encodable {
        struct Reading: Encodable {
            let start: String?
            let end: String?
            let zone: String
            let weight: Double
        }

        let start: String?
        let end: String?
        let readings: [Reading]

        init(_ window: ArrivalWindow) {
            start = window.start.map(TimeText.iso)
            end = window.end.map(TimeText.iso)
            readings = window.readings.map {
                Reading(
                    start: $0.start.map(TimeText.iso),
                    end: $0.end.map(TimeText.iso),
                    zone: $0.zone.rawValue,
                    weight: $0.weight
                )
            }
        }
    }

    private struct Stop: Encodable {
        struct Airport: Encodable {
            let code: String
            let weight: Double
        }

        let id: Int
        let kind: String
        let track: String
        let place: String
        let country: String?
        let certainty: String
        let airports: [Airport]
        let arrival: Window
        let dwellHours: [Double]?
        let spans: [[Int]]
        let claims: [Int]
    }

    private struct Claim: Encodable {
        let id: Int
        let kind: String
        /// Missing: the report itself.
        let speaker: String?
        let certainty: String
        let polarity: String
        let words: String?
        let stops: [Int]
        let spans: [[Int]]
    }

    private struct Point: Encodable {
        let kind: String
        let stop: Int?
        let span: [Int]?
    }

    private struct Subject: Encodable {
        let name: String?
        let role: String?
        let state: String?
        let assumedHome: [String]
    }

    private let language: String
    private let dateline: String
    private let datelineBasis: String
    private let subject: Subject?
    private let stops: [Stop]
    private let claims: [Claim]
    private let open: [Point]

    init(_ draft: Draft, _ text: String) {
        func numbers(_ spans: [TextSpan]) -> [[Int]] { spans.map { [$0.start, $0.end] } }
        language = draft.language.rawValue
        dateline = TimeText.iso(draft.dateline.time)
        datelineBasis = draft.dateline.basis.rawValue
        subject = draft.subject.map { one in
            Subject(
                name: one.name,
                role: one.role,
                state: one.state.map { "\($0)" },
                assumedHome: one.assumedHome.map(\.code)
            )
        }
        stops = draft.stops.map { one in
            Stop(
                id: one.id,
                kind: one.stop.kind.rawValue,
                track: one.track.rawValue,
                place: one.stop.name,
                country: one.country.map { "\($0)" },
                certainty: one.certainty.rawValue,
                airports: one.stop.airports.map { Stop.Airport(code: $0.code, weight: $0.weight) },
                arrival: Window(one.stop.arrival),
                dwellHours: one.stop.dwellHours.map { [$0.lowerBound, $0.upperBound] },
                spans: numbers(one.spans),
                claims: one.claims
            )
        }
        claims = draft.claims.map { one in
            Claim(
                id: one.id,
                kind: one.kind.rawValue,
                speaker: one.speaker?.line,
                certainty: one.certainty.rawValue,
                polarity: one.polarity.rawValue,
                words: one.spans.first?.words(of: text),
                stops: one.stops,
                spans: numbers(one.spans)
            )
        }
        open = draft.openPoints.map {
            Point(kind: $0.kind.rawValue, stop: $0.stop, span: $0.span.map { [$0.start, $0.end] })
        }
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array((try? encoder.encode(self)) ?? Data("{}".utf8))
    }
}
