import Aero
import ModeS
import Tracking

/// `/api/v1/aircraft/{hex}/history`: what is kept of one aircraft between two times, one column a quantity.
enum PastTraceDocument {
    static func json(
        _ aircraft: ArchivedAircraft,
        _ path: HistoryReader.Path,
        during: Range<Timestamp>,
        _ basis: AnswerBasis,
        _ book: any AddressBook
    ) -> [UInt8] {
        let rows = path.rows
        var json = JSONWriter(capacity: rows.count * 110 + 1024)
        json.beginObject()
        basis.write(to: &json)
        json.member("from", during.lowerBound)
        json.member("to", during.upperBound)
        PastNames(path.names).write(aircraft, book, to: &json)
        json.key("names")
        json.beginArray()
        for name in path.names { write(name, to: &json) }
        json.endArray()
        json.member("points", rows.count)
        json.member("gaps", zip(rows.dropFirst(), rows).count { $0.isAfterGap($1) })
        json.key("known")
        json.beginObject()
        let claimed = basis.isTold ? rows.count : rows.count { $0.isClaimed }
        json.member("observed", rows.count - claimed)
        json.member("claimed", claimed)
        json.endObject()
        json.key("columns")
        json.beginObject()
        columns(path, &json)
        json.endObject()
        json.endObject()
        return json.bytes
    }

    private static func columns(_ path: HistoryReader.Path, _ json: inout JSONWriter) {
        let rows = path.rows
        column("time", rows, 3, &json) { Double($0.milliseconds) / 1000 }
        column("latitude", rows, 5, &json) { $0.position?.latitude }
        column("longitude", rows, 5, &json) { $0.position?.longitude }
        column("altitude", rows, 0, &json) { ($0.barometricAltitude ?? $0.geometricAltitude)?.rawValue }
        column("geometricAltitude", rows, 0, &json) { $0.geometricAltitude?.rawValue }
        column("groundSpeed", rows, 1, &json) { $0.groundSpeed?.rawValue }
        column("track", rows, 1, &json) { $0.track?.rawValue }
        column("verticalRate", rows, 0, &json) { $0.verticalRate?.rawValue }
        json.key("source")
        json.strings(rows.map(\.sourceClass.readsbName))
        json.key("flags")
        json.beginArray()
        for index in rows.indices { json.integer(rows[index].pointFlags(after: index > 0 ? rows[index - 1] : nil)) }
        json.endArray()
        guard path.tellsReceivers else { return }
        json.key("receivers")
        json.beginArray()
        for count in path.receivers { json.integer(count) }
        json.endArray()
    }

    private static func write(_ name: IdentityChange, to json: inout JSONWriter) {
        json.beginObject()
        json.key("time")
        json.number(Double(name.milliseconds) / 1000, decimals: 3)
        json.member("field", name.field.word)
        json.member("value", name.value)
        json.endObject()
    }

    private static func column(
        _ name: JSONKey,
        _ rows: [Observation],
        _ decimals: Int,
        _ json: inout JSONWriter,
        _ value: (Observation) -> Double?
    ) {
        json.key(name)
        json.beginArray()
        for row in rows {
            if let value = value(row) { json.number(value, decimals: decimals) } else { json.null() }
        }
        json.endArray()
    }
}

extension IdentityChange.Field {
    /// As documents call it.
    var word: String {
        switch self {
        case .callsign: "callsign"
        case .squawk: "squawk"
        case .category: "category"
        case .emergency: "emergency"
        case .registration: "registration"
        case .typeCode: "type"
        }
    }
}
