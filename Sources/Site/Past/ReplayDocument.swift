import Aero
import ModeS
import Tracking

/// `/api/v1/history/replay`: paths by aircraft as columns of whole numbers, each the difference to the one before it.
///
/// - Source: docs/http-api.md, "Replay".
enum ReplayDocument {
    static func json(
        _ window: ReplayWindow,
        during: Range<Timestamp>,
        _ basis: AnswerBasis,
        _ book: any AddressBook
    ) -> [UInt8] {
        var json = JSONWriter(capacity: window.points * 24 + window.paths.count * 160 + 1024)
        json.beginObject()
        basis.write(to: &json)
        json.member("from", during.lowerBound)
        json.member("to", during.upperBound)
        json.member("spacing", window.spacing, decimals: 1)
        json.member("points", window.points)
        json.key("aircraft")
        json.beginArray()
        for path in window.paths where !path.rows.isEmpty { write(path, during.lowerBound, book, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private static func write(
        _ path: ReplayWindow.Path,
        _ start: Timestamp,
        _ book: any AddressBook,
        to json: inout JSONWriter
    ) {
        let rows = path.rows
        json.beginObject()
        path.names.write(path.aircraft, book, to: &json)
        // Tenths of a second, of which a page shows none.
        let first = start.milliseconds
        differences("time", rows, &json) { ($0.milliseconds - first) / 100 }
        differences("latitude", rows, &json) { Int64($0.latitudeSteps) }
        differences("longitude", rows, &json) { Int64($0.longitudeSteps) }
        values("altitude", rows, &json) { row in
            let steps = row.barometricSteps == .min ? row.geometricSteps : row.barometricSteps
            return steps == .min ? nil : Int(steps)
        }
        values("groundSpeed", rows, &json) { $0.speedTenths == .max ? nil : Int($0.speedTenths) }
        values("track", rows, &json) { $0.trackTenths == .max ? nil : Int($0.trackTenths) }
        values("verticalRate", rows, &json) { $0.rateSteps == .min ? nil : Int($0.rateSteps) }
        values("source", rows, &json) { Int($0.sourceClass.rawValue) }
        json.key("flags")
        json.beginArray()
        for row in rows { json.integer(row.pointFlags(after: nil)) }
        json.endArray()
        json.endObject()
    }

    private static func differences(
        _ name: JSONKey,
        _ rows: [Observation],
        _ json: inout JSONWriter,
        _ value: (Observation) -> Int64
    ) {
        json.key(name)
        json.beginArray()
        var before: Int64 = 0
        for row in rows {
            let now = value(row)
            json.integer(now - before)
            before = now
        }
        json.endArray()
    }

    private static func values(
        _ name: JSONKey,
        _ rows: [Observation],
        _ json: inout JSONWriter,
        _ value: (Observation) -> Int?
    ) {
        json.key(name)
        json.beginArray()
        for row in rows {
            if let value = value(row) { json.integer(value) } else { json.null() }
        }
        json.endArray()
    }
}
