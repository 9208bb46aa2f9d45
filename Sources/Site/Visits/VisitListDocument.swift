import Aero
import Visits

/// `GET /api/v1/visits`
enum VisitListDocument {
    static func json(_ visits: [KeptVisit], _ reader: VisitReader) -> [UInt8] {
        var json = JSONWriter(capacity: 4_096)
        json.beginObject()
        json.member("mayWrite", reader.knowsPrivate)
        json.objects("visits", visits) { kept, json in
            let visit = kept.visit
            json.member("id", kept.id)
            json.member("title", reader.title(of: visit))
            if let subject = visit.subject {
                json.key("subject")
                json.beginObject()
                json.member("name", subject.name)
                json.member("role", subject.role)
                json.member("state", subject.state?.description)
                json.endObject()
            }
            json.member("status", visit.status.rawValue)
            json.member("public", visit.isPublic)
            json.key("stops")
            json.beginArray()
            for stop in visit.stops { json.string(stop.stop.name) }
            json.endArray()
            json.member("from", visit.stops.compactMap(\.stop.arrival.start).min())
            json.member("to", visit.stops.compactMap(\.stop.arrival.end).max())
            json.member("changed", kept.changed)
            json.member("changes", kept.version)
        }
        json.endObject()
        return json.bytes
    }
}
