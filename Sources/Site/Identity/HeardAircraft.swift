import Aero
import Tracking

/// When an aircraft was heard, and what it called itself.
struct HeardAircraft: Sendable {
    let realm: ArchiveRealm
    let span: Range<Timestamp>?
    let days: [ArchivedDay]
    let callsigns: [ArchivedCallsign]

    /// Callsigns of one answer.
    static let mostCallsigns = 50

    func write(to json: inout JSONWriter) {
        json.key("heard")
        json.beginObject()
        if realm == .simulated { json.member("simulated", true) }
        json.member("realm", realm.rawValue)
        json.member("first", span?.lowerBound)
        json.member("last", span.map { max($0.lowerBound, $0.upperBound.advanced(bySeconds: -1e-3)) })
        json.member("days", days.count)
        json.key("callsigns")
        json.beginArray()
        for use in callsigns {
            json.beginObject()
            json.member("callsign", use.callsign)
            json.member("first", Timestamp(seconds: Double(use.first) / 1000))
            json.member("last", Timestamp(seconds: Double(use.last) / 1000))
            json.member("days", use.days)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}

extension HistoryReader {
    func heard(_ aircraft: ArchivedAircraft) async throws(APIError) -> HeardAircraft {
        let span = try await ask { () async throws(ArchiveError) in try await archive.span(of: aircraft) }
        let days = try await ask { () async throws(ArchiveError) in try await archive.days(of: aircraft) }
        let callsigns = try await ask { () async throws(ArchiveError) in
            try await archive.callsigns(of: aircraft, limit: HeardAircraft.mostCallsigns)
        }
        return HeardAircraft(realm: realm, span: span, days: days, callsigns: callsigns)
    }
}
