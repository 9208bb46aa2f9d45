import Aero
import Tracking

/// Documents of days: of an aircraft, of everything, and of one day as a whole.
enum PastDaysDocument {
    /// `/api/v1/aircraft/{hex}/days`.
    static func json(
        _ aircraft: ArchivedAircraft,
        span: Range<Timestamp>?,
        _ days: [ArchivedDay],
        _ basis: AnswerBasis
    ) -> [UInt8] {
        var json = JSONWriter(capacity: days.count * 90 + 512)
        json.beginObject()
        head(basis, to: &json)
        json.member("hex", aircraft.address.hex)
        json.member("firstHeard", span?.lowerBound)
        json.member("lastHeard", span.map { max($0.lowerBound, $0.upperBound.advanced(bySeconds: -1e-3)) })
        write(days, hasAircraft: false, to: &json)
        json.endObject()
        return json.bytes
    }

    /// `/api/v1/history/days`.
    static func json(_ days: [ArchivedDay], during: Range<Timestamp>, _ basis: AnswerBasis) -> [UInt8] {
        var json = JSONWriter(capacity: days.count * 110 + 512)
        json.beginObject()
        head(basis, to: &json)
        // From ever and for ever are no times.
        if during.lowerBound.nanoseconds > .min { json.member("from", during.lowerBound) }
        if during.upperBound.nanoseconds < .max { json.member("to", during.upperBound) }
        write(days, hasAircraft: true, to: &json)
        json.endObject()
        return json.bytes
    }

    /// `/api/v1/history/days/{day}`.
    static func json(_ day: HistoryDay, realm: ArchiveRealm, showsAll: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        if realm == .simulated { json.member("simulated", true) }
        json.member("realm", realm.rawValue)
        json.member("day", UTCDay(number: day.number).text)
        json.member("isComplete", day.isComplete)
        json.key("gaps")
        json.beginArray()
        for gap in day.gaps {
            json.beginObject()
            json.member("from", gap.during.lowerBound)
            json.member("to", gap.during.upperBound)
            json.member("reason", gap.reason.rawValue)
            json.endObject()
        }
        json.endArray()
        json.member("aircraft", day.aircraft)
        json.member("positions", day.positions)
        json.member("otherObservations", day.otherObservations)
        json.member("receivers", day.receivers)
        json.key("programUp")
        write(day.programUp, to: &json)
        if showsAll {
            json.key("receiversUp")
            json.beginArray()
            for (receiver, up) in day.receiversUp.sorted(by: { $0.key < $1.key }) {
                json.beginObject()
                json.member("receiver", Int(receiver))
                json.key("up")
                write(up, to: &json)
                json.endObject()
            }
            json.endArray()
        }
        json.member("damagedChunks", day.damagedChunks)
        let licences = day.licences.filter { showsAll || $0.isRedistributable }
        json.key("licences")
        json.strings(licences.map(\.rawValue).sorted())
        json.key("credits")
        json.strings(day.origins.sorted())
        json.member("digest", day.digest)
        json.endObject()
        return json.bytes
    }

    private static func write(_ ranges: [Range<Timestamp>], to json: inout JSONWriter) {
        json.beginArray()
        for range in ranges {
            json.beginObject()
            json.member("from", range.lowerBound)
            json.member("to", range.upperBound)
            json.endObject()
        }
        json.endArray()
    }

    private static func head(_ basis: AnswerBasis, to json: inout JSONWriter) {
        if basis.realm == .simulated { json.member("simulated", true) }
        json.member("realm", basis.realm.rawValue)
    }

    private static func write(_ days: [ArchivedDay], hasAircraft: Bool, to json: inout JSONWriter) {
        json.key("days")
        json.beginArray()
        for day in days {
            json.beginObject()
            json.member("day", UTCDay(number: day.number).text)
            if hasAircraft { json.member("aircraft", day.aircraft) }
            json.member("positions", day.positions)
            json.member("otherObservations", day.otherObservations)
            json.member("isComplete", day.isComplete)
            json.endObject()
        }
        json.endArray()
    }
}
