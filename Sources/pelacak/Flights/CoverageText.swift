import Aero
import Flights
import Foundation

/// What was learned of who hears what, as lines of text and as JSON: how much, since when, by how many; never where they stand.
struct CoverageText {
    /// What is known of one height, for one kind of transponder.
    struct Layer: Encodable, Equatable {
        let kind: String
        let band: Int
        /// Metres; `nil` for the lowest layer.
        let lowest: Double?
        /// Half degrees that somebody is known to have crossed.
        let cells: Int
        /// Of these with ten passes and more.
        let known: Int
    }

    /// One JSON document.
    struct Document: Encodable {
        let realm: String
        let since: Double
        let until: Double
        let halfLifeDays: Double
        let listeners: Int
        let layers: [Layer]
    }

    /// Passes from which a cell counts in a verdict.
    static let enough = GapRules().enoughPasses

    let document: Document

    init(_ learned: LearnedCoverage, realm: String) {
        var layers: [Layer] = []
        for kind in TransponderKind.allCases {
            for band in AltitudeBand.allCases {
                let cells = learned.coverage.layer(band, kind: kind, at: learned.learned.upperBound)
                guard !cells.isEmpty || kind == .squitter else { continue }
                layers.append(
                    Layer(
                        kind: Self.word(kind),
                        band: Int(band.rawValue),
                        lowest: band.floor?.rawValue,
                        cells: cells.count,
                        known: cells.count { $0.estimate.passes >= Self.enough }
                    )
                )
            }
        }
        document = Document(
            realm: realm,
            since: learned.learned.lowerBound.seconds,
            until: learned.learned.upperBound.seconds,
            halfLifeDays: learned.coverage.halfLifeDays,
            listeners: learned.coverage.listenerCount,
            layers: layers
        )
    }

    func lines() -> [String] {
        let (since, until) = (Timestamp(seconds: document.since), Timestamp(seconds: document.until))
        var lines = [
            "learned of \(document.realm): from \(TimeText.iso(SpanText.floor(since))) to "
                + "\(TimeText.iso(SpanText.floor(until))); passes count half after \(Int(document.halfLifeDays)) days",
            "receivers that were heard to hear somebody: \(document.listeners)",
            "kind from_m cells with_\(Int(Self.enough))_passes share",
        ]
        for layer in document.layers {
            let share = layer.cells > 0 ? String(format: "%.2f", Double(layer.known) / Double(layer.cells)) : "-"
            let floor = layer.lowest.map { String(Int($0)) } ?? "0"
            lines.append("\(layer.kind) \(floor) \(layer.cells) \(layer.known) \(share)")
        }
        return lines
    }

    /// On what verdicts rest as a whole: one line.
    static func basis(
        _ learned: LearnedCoverage?,
        _ unjudged: SilenceText.Unjudged?,
        _ language: NameLanguage
    ) -> [String] {
        switch unjudged {
        case .nothingLearned: [FlightPhrase.nothingLearned.text(language)]
        case .noListeners: [FlightPhrase.noListeners.text(language)]
        case .notTold: [FlightPhrase.notTold.text(language)]
        case nil:
            learned.map { one in
                [
                    FlightPhrase.learned.text(
                        language,
                        TimeText.iso(SpanText.floor(one.learned.lowerBound)),
                        TimeText.iso(SpanText.floor(one.learned.upperBound)),
                        String(one.coverage.listenerCount)
                    )
                ]
            } ?? []
        }
    }

    private static func word(_ kind: TransponderKind) -> String {
        switch kind {
        case .squitter: "squitter"
        case .replies: "replies"
        case .universalAccess: "universal-access"
        }
    }
}
