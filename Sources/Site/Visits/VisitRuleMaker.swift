import Aero
import Foundation
import Visits
import Watch

/// Makes the rules of watching that fit a visit, as docs/watches.md writes them.
///
/// They look for aircraft on lists and at places, never for people; what none of the lists has, none of them sees.
struct VisitRuleMaker {
    let visit: Visit
    /// By which watches know their visit.
    let id: String
    let title: String
    /// Who is told.
    let outlets: [String]

    /// The list that comes with the program.
    static let list = "state aircraft"
    /// Told of what a visit's watches find, where nobody says who is to be: the open page and the private feed.
    private static let usualOutlets = ["browser", "feed"]

    /// Who is told by rules that were made before.
    static func outlets(of rules: [VisitRule]) -> [String] {
        guard let rule = rules.first, let tree = try? RuleValue(json: Array(rule.json.utf8)),
            case .list(let names)? = tree["then"]?["outlets"]?.content
        else { return usualOutlets }
        let outlets = names.compactMap(\.asText)
        return outlets.isEmpty ? usualOutlets : outlets
    }
    // Ours: aircraft are sent ahead a day before, and go home within two.
    private static let ahead = 86_400.0
    private static let behind = 172_800.0
    private static let seen: RuleValue = ["observed", "inferred"]

    private var stops: [DraftedStop] {
        visit.stops.filter { $0.confirmedBy != nil && !$0.stop.airports.isEmpty }.prefix(20).map(\.self)
    }

    /// - Returns: nothing where no stop with an airport is confirmed.
    func rules() -> [VisitRule] {
        guard !stops.isEmpty else { return [] }
        return [fleet(), sisters()] + stops.flatMap { [near($0), landing($0)] } + [silence()]
    }

    private func fleet() -> VisitRule {
        rule(
            .fleet,
            "fleet",
            when: ["any": [["takeoff": ["of": "A"]], ["landing": ["of": "A"]]]],
            cooldown: "30min",
            told: (
                "{A.registration}: fleet of the announced visit",
                "{A.registration}: armada kunjungan yang diumumkan"
            )
        )
    }

    private func sisters() -> VisitRule {
        let silent: RuleValue = ["of": "A", "atLeast": "20min", "coverage": "required"]
        let nearby: RuleValue = ["of": "B", "within": ["km": 100.0, "ofLastKnown": "A"]]
        var codes: [String] = []
        for code in stops.flatMap({ $0.stop.airports.map(\.code) }) where !codes.contains(code) { codes.append(code) }
        let lands: RuleValue = ["of": "B", "at": Self.texts(codes.prefix(30)), "kinds": Self.seen]
        return rule(
            .sisters,
            "relay",
            others: [RuleMember("B", ["all": [["sameFleetAs": "A"], ["not": ["same": "A"]]]])],
            when: [
                "sequence": [["silent": silent, "while": ["heard": nearby]], ["landing": lands]], "within": "12h",
            ],
            cooldown: "6h",
            told: (
                "{A.registration} silent, {B.registration} heard nearby, then landing at {landing.airport}",
                "{A.registration} membisu, {B.registration} terdengar di dekatnya, lalu mendarat di {landing.airport}"
            ),
            isTimed: false
        )
    }

    private func near(_ stop: DraftedStop) -> VisitRule {
        let place = stop.stop.airports[0].position
        let circle: RuleValue = [
            "latitude": Self.number(place.latitude), "longitude": Self.number(place.longitude),
            "km": Self.number(Double(DossierWords.nearStopKilometres)),
        ]
        return rule(
            .nearStop,
            "near",
            stop: stop,
            when: ["enters": ["of": "A", "area": ["circle": circle, "hysteresisKm": 10.0]]],
            cooldown: "2h",
            told: (
                "{A.registration} near an announced stop",
                "{A.registration} di dekat singgahan yang diumumkan"
            )
        )
    }

    private func landing(_ stop: DraftedStop) -> VisitRule {
        let codes = Self.texts(stop.stop.airports.map(\.code).prefix(30))
        return rule(
            .landingAtStop,
            "landing",
            stop: stop,
            when: ["landing": ["of": "A", "at": codes, "kinds": Self.seen]],
            cooldown: "30min",
            told: (
                "{A.registration} lands at {landing.airport}",
                "{A.registration} mendarat di {landing.airport}"
            )
        )
    }

    private func silence() -> VisitRule {
        rule(
            .silence,
            "silence",
            when: ["silent": ["of": "A", "atLeast": "20min", "coverage": "required"]],
            cooldown: "2h",
            told: (
                "{A.registration} silent for {silent.duration}",
                "{A.registration} membisu selama {silent.duration}"
            )
        )
    }
}

// MARK: - The tree
extension VisitRuleMaker {
    /// An aircraft on the list, of the subject's state where that is known.
    private var listed: RuleValue {
        guard let state = visit.subject?.state else { return ["list": Self.text(Self.list)] }
        return ["all": [["list": Self.text(Self.list)], ["country": Self.text(state.description)]]]
    }

    private func rule(
        _ kind: VisitRule.Kind,
        _ name: String,
        stop: DraftedStop? = nil,
        others: [RuleMember] = [],
        when: RuleValue,
        cooldown: String,
        told: (english: String, indonesian: String),
        isTimed: Bool = true
    ) -> VisitRule {
        let place = stop.map { " " + Self.short($0.stop.name, 24) } ?? ""
        let titles: RuleValue = ["en": Self.text(told.english), "id": Self.text(told.indonesian)]
        let tree: RuleValue = [
            "name": Self.text(Self.short(title, 24) + ": " + name + place), "version": 1.0,
            "where": RuleValue(.map([RuleMember("A", listed)] + others)),
            "when": isTimed ? timed(when, stop) : when,
            "limit": ["cooldown": Self.text(cooldown), "per": ["A"]],
            "then": ["outlets": Self.texts(outlets), "title": titles], "visit": Self.text(id),
        ]
        return VisitRule(kind: kind, stop: stop?.id, json: tree.json)
    }

    /// From a day before the visit, or one stop of it, until two days after; without times always.
    private func timed(_ when: RuleValue, _ stop: DraftedStop?) -> RuleValue {
        let windows = (stop.map { [$0] } ?? stops).map(\.stop.arrival)
        let starts = windows.compactMap { $0.start ?? $0.end }
        let ends = windows.compactMap { $0.end ?? $0.start }
        guard case .map(let members) = when.content, let start = starts.min(), let end = ends.max(),
            let from = Self.instant(start.advanced(bySeconds: -Self.ahead)),
            let until = Self.instant(end.advanced(bySeconds: Self.behind))
        else { return when }
        return RuleValue(.map(members + [RuleMember("time", ["validFrom": from, "validUntil": until])]))
    }

    /// UTC, whole seconds; `nil` outside the years that rules know.
    private static func instant(_ time: Timestamp) -> RuleValue? {
        guard (0..<7_258_118_400).contains(time.seconds) else { return nil }
        return text(Date(timeIntervalSince1970: time.seconds.rounded(.down)).formatted(.iso8601))
    }

    /// Names of stops and visits come from texts of others: one line, so many bytes of it, whole words where it can be.
    private static func short(_ name: String, _ bytes: Int) -> String {
        let line = String(name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        guard line.utf8.count > bytes else { return line }
        var cut = line
        while cut.utf8.count > bytes { cut.removeLast() }
        // Nothing is lost of a word that ends where the line is cut.
        let isWhole = line.dropFirst(cut.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
        let words = isWhole ? cut[...] : cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut[...]
        let end = words.lastIndex { $0.isLetter || $0.isNumber }
        return end.map { String(words[...$0]) } ?? cut
    }

    private static func text(_ text: String) -> RuleValue { RuleValue(.text(text)) }
    private static func number(_ number: Double) -> RuleValue { RuleValue(.number(number)) }
    private static func texts(_ texts: some Sequence<String>) -> RuleValue { RuleValue(.list(texts.map(text))) }
}
