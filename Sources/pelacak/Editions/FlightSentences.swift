import Aero
import Bundles
import Flights
import Site
import Tracking
import Visits

/// The lines about a flight or a silence in both languages as sentences, each under an anchor of its own.
struct FlightSentences {
    private var english: FlightLogText
    private var indonesian: FlightLogText
    private let chosen: ChosenFlight
    private var taken: Set<String> = []

    init(english: FlightLogText, indonesian: FlightLogText, _ chosen: ChosenFlight) {
        self.english = english
        self.indonesian = indonesian
        self.chosen = chosen
    }

    /// - Parameters:
    ///   - incomplete: days of which not all was kept.
    ///   - damaged: pieces of the archive that could not be read.
    mutating func sections(incomplete: Set<Int64>, damaged: Int) -> [EditionSection] {
        var whose = [sentence("notice", FlightEditionWords.notice)]
        whose += sentences("whose", Self.pairs(english.head(), indonesian.head()))
        whose.append(sentence("names", FlightEditionWords.names))
        let items = Self.items(english.items(), indonesian.items())
        let silences = Self.items(
            english.silenceItems(withEvidence: true, whenJudged: false),
            indonesian.silenceItems(withEvidence: true, whenJudged: false)
        )
        // Of a silence all is told that it rests on; of a flight the stop before and after it, and no other leg.
        let log = items.filter { item in
            switch item.kind {
            case .leg: isChosen(leg: item.time)
            case .stop: chosen.kind != .gap
            case .silence, .doubt: false
            }
        }
        let dark = silences.filter { chosen.kind != .gap || $0.time == chosen.moment }
        var unknown = dark.flatMap { sentences("silence-\(Self.name($0.time))", $0.lines) }
        unknown += items.filter { $0.kind == .doubt }.flatMap { sentences("doubt-\(Self.name($0.time))", $0.lines) }
        for day in incomplete.sorted() {
            let text = QuestionOptions.dayText(day)
            unknown.append(sentence("day-\(text)", FlightEditionWords.incomplete(text)))
        }
        if damaged > 0 { unknown.append(sentence("damaged", FlightEditionWords.damaged(damaged))) }
        let airports = sentences("airport", Self.pairs(english.legend(), indonesian.legend()))
        return [
            EditionSection("flight", FlightEditionWords.whose, whose),
            EditionSection(
                "log",
                FlightEditionWords.log,
                log.flatMap { sentences("\($0.kind.rawValue)-\(Self.name($0.time))", $0.lines) }
            ),
            EditionSection("unknown", FlightEditionWords.unknown, unknown),
            EditionSection("airports", FlightEditionWords.airports, airports),
        ].filter { !$0.sentences.isEmpty }
    }

    private func isChosen(leg start: Timestamp) -> Bool {
        // Which leg a silence lies in is told too.
        chosen.kind == .gap || start == chosen.span.lowerBound
    }

    private struct Item {
        let kind: FlightLogItem.Kind
        let time: Timestamp
        let lines: [DossierText]
    }

    /// Both languages say the same of the same, line for line.
    private static func items(_ english: [FlightLogItem], _ indonesian: [FlightLogItem]) -> [Item] {
        zip(english, indonesian).map { Item(kind: $0.kind, time: $0.time, lines: pairs($0.lines, $1.lines)) }
    }

    private static func pairs(_ english: [String], _ indonesian: [String]) -> [DossierText] {
        zip(english, indonesian).map { DossierText(english: trimmed($0), indonesian: trimmed($1)) }
    }

    private static func trimmed(_ line: String) -> String {
        String(line.drop { $0 == " " })
    }

    /// A moment in an anchor: `20240618t063100z`.
    private static func name(_ time: Timestamp) -> String {
        TimeText.iso(SpanText.floor(time)).lowercased().filter { $0 != "-" && $0 != ":" }
    }

    private mutating func sentences(_ anchor: String, _ lines: [DossierText]) -> [EditionSentence] {
        lines.map { sentence(anchor, $0) }
    }

    private mutating func sentence(_ anchor: String, _ words: DossierText) -> EditionSentence {
        var (name, number) = (anchor, 1)
        while !taken.insert(name).inserted {
            number += 1
            name = "\(anchor)-n\(number)"
        }
        return EditionSentence(name, words)
    }
}
