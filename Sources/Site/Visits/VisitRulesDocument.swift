import Aero
import Visits
import Watch

/// The rules that were made of a visit, each as it is written down and in words.
enum VisitRulesDocument {
    /// An array of them, behind a key.
    ///
    /// - Parameter watches: those that are at work for the visit, as far as who asks may know them.
    static func write(
        _ rules: [VisitRule],
        _ watches: [KeptWatch],
        _ words: DossierWords,
        _ language: Draft.Language,
        _ assumptions: inout Set<DossierAssumption>,
        _ json: inout JSONWriter
    ) {
        json.beginArray()
        // Names may stand twice; watches stand in the order in which they were made of rules.
        var byName = Dictionary(grouping: watches, by: \.name)
        for (index, rule) in rules.enumerated() {
            guard let tree = try? RuleValue(json: Array(rule.json.utf8)) else { continue }
            json.beginObject()
            json.member("id", "\(index + 1)")
            json.member("kind", rule.kind.rawValue)
            json.member("stop", rule.stop)
            let name = tree["name"]?.asText
            json.member("name", name)
            if let name, let watch = byName[name]?.first {
                byName[name]?.removeFirst()
                json.member("watch", watch.id)
                json.member("enabled", watch.isEnabled)
            }
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
    /// - Parameter watches: what watches by them now; `nil` where nothing can: they are written down and shown.
    static func json(_ kept: KeptVisit, _ reader: VisitReader, watches: [KeptWatch]?) -> [UInt8] {
        var json = JSONWriter(capacity: 16_384)
        var assumptions: Set<DossierAssumption> = []
        let words = DossierWords(visit: kept.visit, airports: reader.airportNames(of: kept.visit))
        json.beginObject()
        json.member("kept", watches != nil)
        json.member("version", kept.version)
        json.key("rules")
        write(kept.visit.rules, watches ?? [], words, reader.sentenceLanguage, &assumptions, &json)
        json.assumptions(assumptions, reader.sentenceLanguage)
        json.endObject()
        return json.bytes
    }
}
