import Aero
import Visits
import Watch

/// The rules that were made of a visit, each as it is written down and in words.
enum VisitRulesDocument {
    /// An array of them, behind a key.
    static func write(
        _ rules: [VisitRule],
        _ words: DossierWords,
        _ language: Draft.Language,
        _ assumptions: inout Set<DossierAssumption>,
        _ json: inout JSONWriter
    ) {
        json.beginArray()
        for (index, rule) in rules.enumerated() {
            guard let tree = try? RuleValue(json: Array(rule.json.utf8)) else { continue }
            json.beginObject()
            json.member("id", "\(index + 1)")
            json.member("kind", rule.kind.rawValue)
            json.member("stop", rule.stop)
            json.member("name", name(of: tree))
            json.key("rule")
            json.raw(Array(tree.json.utf8))
            json.member("yaml", tree.yaml)
            json.member("sentence", words.sentence(rule), language, &assumptions)
            json.endObject()
        }
        json.endArray()
    }

    /// `POST /api/v1/visits/{id}/watches`
    ///
    /// - Parameter isKept: whether something watches by them already; else they are written down and shown.
    static func json(_ kept: KeptVisit, _ reader: VisitReader, isKept: Bool) -> [UInt8] {
        var json = JSONWriter(capacity: 16_384)
        var assumptions: Set<DossierAssumption> = []
        let words = DossierWords(visit: kept.visit, airports: reader.airportNames(of: kept.visit))
        json.beginObject()
        json.member("kept", isKept)
        json.member("version", kept.version)
        json.key("rules")
        write(kept.visit.rules, words, reader.sentenceLanguage, &assumptions, &json)
        json.assumptions(assumptions, reader.sentenceLanguage)
        json.endObject()
        return json.bytes
    }

    private static func name(of tree: RuleValue) -> String? {
        guard case .map(let members) = tree.content, let name = members.first(where: { $0.key == "name" }),
            case .text(let text) = name.value.content
        else { return nil }
        return text
    }
}
