import Aero
import Foundation
import TestSupport

/// A text with what should be drafted from it.
struct Story {
    struct ExpectedStop {
        let place: String
        let codes: [String]
        let start: Timestamp?
        let end: Timestamp?
        let isReturn: Bool
    }

    struct ExpectedClaim: Hashable {
        let kind: String
        let speaker: String?
    }

    let id: String
    let published: Timestamp?
    let offsetSeconds: Int?
    let text: String
    let subject: String
    /// The subject's state, for a text without a name.
    let state: String
    let stops: [ExpectedStop]
    let claims: [ExpectedClaim]
    let mustNot: [String]

    /// The folder of stories: beside the checkout, or where the environment says.
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["PELACAK_VISITS_DATA"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? TestSupport.recordings?.appendingPathComponent("visits")
        return folder.flatMap {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("README.md").path) ? $0 : nil
        }
    }()

    /// Files of stories that the environment names, parted by ":".
    static let named: [URL]? = ProcessInfo.processInfo.environment["PELACAK_STORIES"].map {
        $0.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    }

    static func dev() throws -> [Story] {
        try folder.map { try lines(of: $0.appendingPathComponent("news-dev.jsonl")) } ?? []
    }

    /// One story a line.
    static func lines(of file: URL) throws -> [Story] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map { line in
            try story(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:])
        }
    }

    static func seed() throws -> Story? {
        guard let folder else { return nil }
        let text = try String(contentsOf: folder.appendingPathComponent("seed-article.txt"), encoding: .utf8)
        let data = try Data(contentsOf: folder.appendingPathComponent("seed-expected.json"))
        let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let stops = (whole["stops"] as? [[String: Any]] ?? []).filter { $0["order"] as? Int != 0 }.map { stop in
            var flat = stop
            let arrive = stop["arrive"] as? [String: Any] ?? [:]
            flat["window_start"] = arrive["start"]
            flat["window_end"] = arrive["end"]
            return flat
        }
        let subject = (whole["subject"] as? [String: Any])?["name"] as? String ?? ""
        return story([
            "id": "seed", "text": text,
            "expected": [
                "stops": stops, "claims": whole["claims"] ?? [], "must_not_be_stops": whole["must_not_be_stops"] ?? [],
                "subject": subject,
            ],
        ])
    }

    static func story(_ one: [String: Any]) -> Story {
        let expected = one["expected"] as? [String: Any] ?? [:]
        let published = one["published"] as? String
        return Story(
            id: one["id"] as? String ?? "",
            published: published.flatMap(time),
            offsetSeconds: published.flatMap(offset),
            text: one["text"] as? String ?? "",
            subject: expected["subject"] as? String ?? "",
            state: expected["state"] as? String ?? "",
            stops: (expected["stops"] as? [[String: Any]] ?? []).map { stop in
                ExpectedStop(
                    place: stop["place"] as? String ?? "",
                    codes: stop["icao_candidates"] as? [String] ?? [],
                    start: (stop["window_start"] as? String).flatMap(time),
                    end: (stop["window_end"] as? String).flatMap(time),
                    isReturn: stop["kind"] as? String == "return"
                )
            },
            claims: (expected["claims"] as? [[String: Any]] ?? []).map {
                ExpectedClaim(kind: $0["kind"] as? String ?? "", speaker: $0["speaker"] as? String)
            },
            mustNot: expected["must_not_be_stops"] as? [String] ?? []
        )
    }

    static func time(_ text: String) -> Timestamp? {
        let formatter = ISO8601DateFormatter()
        return formatter.date(from: text).map { Timestamp(seconds: $0.timeIntervalSince1970) }
    }

    private static func offset(_ text: String) -> Int? {
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }), text[sign...].count == 6 else { return 0 }
        let parts = text[text.index(after: sign)...].split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return (text[sign] == "-" ? -1 : 1) * (parts[0] * 3_600 + parts[1] * 60)
    }
}
