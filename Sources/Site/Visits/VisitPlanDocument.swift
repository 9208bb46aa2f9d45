import Aero
import Visits

/// `GET /api/v1/visits/{id}/plan`
enum VisitPlanDocument {
    static func json(_ plan: VisitPlan, of visit: Visit, _ reader: VisitReader) -> [UInt8] {
        var json = JSONWriter(capacity: 8_192)
        var assumptions: Set<DossierAssumption> = []
        let (words, language) = (DossierWords(visit: visit), reader.sentenceLanguage)
        json.beginObject()
        json.member("configured", plan.isConfigured)
        write(plan.queries, &json)
        if !plan.ifPaused.isEmpty {
            json.key("ifPaused")
            json.beginObject()
            write(plan.ifPaused, &json)
            json.member("sentence", words.planIfPaused, language, &assumptions)
            json.endObject()
        }
        json.key("notCovered")
        json.beginArray()
        for gap in plan.gaps { json.sentence(words.sentence(gap), language, &assumptions) }
        json.endArray()
        let notice = plan.isConfigured ? words.planNotice : words.planUnconfigured
        json.member("notice", notice, language, &assumptions)
        json.assumptions(assumptions, language)
        json.endObject()
        return json.bytes
    }

    private static func write(_ queries: [VisitPlan.Query], _ json: inout JSONWriter) {
        json.objects("queries", queries) { query, json in
            json.member("provider", query.provider)
            json.member("kind", query.kind.rawValue)
            json.member("what", query.what)
            json.member("stop", query.stop)
            json.member("perHour", query.perHour, decimals: 1)
        }
        json.member("perHour", queries.map(\.perHour).reduce(0, +), decimals: 1)
    }
}
