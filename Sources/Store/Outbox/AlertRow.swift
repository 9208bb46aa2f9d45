import Aero
import Foundation
import GRDB
import Watch

/// An alert as a row.
enum AlertRow {
    /// - Returns: its number; `nil` where it is kept already.
    static func insert(_ alert: AlertRecord, in database: Database) throws -> Int64? {
        try database.execute(
            sql: """
                INSERT INTO alert (id, rule, version, name, time, made, title, body, aircraft, latitude, longitude, link, evidence,
                    outlets, simulated, public, suppressed, visit, corrects, late)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """,
            arguments: [
                alert.id, alert.ruleID, alert.ruleVersion, alert.ruleName, alert.time.nanoseconds,
                alert.made.nanoseconds,
                try text(alert.title), try text(alert.body), alert.aircraft.joined(separator: " "),
                alert.place?.latitude, alert.place?.longitude, alert.link, Data(alert.evidence),
                try text(alert.outlets),
                alert.isSimulated, alert.isPublic, alert.suppressedBefore, alert.visit, alert.corrects, alert.isLate,
            ]
        )
        return database.changesCount == 1 ? database.lastInsertedRowID : nil
    }

    static func record(_ row: Row) throws -> AlertRecord {
        let (latitude, longitude): (Double?, Double?) = (row["latitude"], row["longitude"])
        let aircraft: String = row["aircraft"]
        let evidence: Data = row["evidence"]
        return AlertRecord(
            id: row["id"],
            ruleID: row["rule"],
            ruleVersion: row["version"],
            ruleName: row["name"],
            time: Timestamp(nanoseconds: row["time"]),
            made: Timestamp(nanoseconds: row["made"]),
            title: try value(row["title"]),
            body: try value(row["body"]),
            aircraft: aircraft.split(separator: " ").map(String.init),
            place: latitude.flatMap { north in longitude.flatMap { Position(latitude: north, longitude: $0) } },
            link: row["link"],
            evidence: Array(evidence),
            outlets: try value(row["outlets"]),
            isSimulated: row["simulated"],
            isPublic: row["public"],
            suppressedBefore: row["suppressed"],
            visit: row["visit"],
            corrects: row["corrects"],
            isLate: row["late"]
        )
    }

    /// With what became of it.
    static func kept(_ row: Row, in database: Database) throws -> KeptAlert {
        let number: Int64 = row["number"]
        let record = try record(row)
        let correction = try String.fetchOne(
            database,
            sql: "SELECT id FROM alert WHERE corrects = ? ORDER BY number DESC LIMIT 1",
            arguments: [record.id]
        )
        let deliveries = try Row.fetchAll(
            database,
            sql: """
                SELECT d.outlet, d.state, max(d.tries, coalesce(g.tries, 0)) AS tries, coalesce(g.error, d.error) AS error, d.ended
                FROM delivery d LEFT JOIN delivery g ON g.number = d.digest WHERE d.alert = ? ORDER BY d.number
                """,
            arguments: [number]
        ).map(DeliveryRow.report)
        return KeptAlert(number: number, record: record, correctedBy: correction, deliveries: deliveries)
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
