import Aero
import Foundation
import GRDB
import Watch

/// A delivery as a row.
enum DeliveryRow {
    static func insert(
        _ draft: DeliveryDraft,
        of alert: Int64,
        _ record: AlertRecord,
        in database: Database
    ) throws -> DeliveryReport {
        let made = record.made
        let (state, trouble): (DeliveryState, DeliveryTrouble?) =
            switch draft.start {
            case .waiting: (.waiting, nil)
            case .fetched: (.delivered, nil)
            case .dead(let reason): (.dead, reason)
            case .withheld(let reason): (.withheld, reason)
            }
        let ended = state == .waiting ? nil : made
        try database.execute(
            sql: """
                INSERT INTO delivery (alert, outlet, key, lane, payload, state, made, due, error, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                alert, draft.outlet, record.id, draft.lane, Data(draft.payload), state.rawValue, made.nanoseconds,
                made.nanoseconds, trouble?.kept, ended?.nanoseconds,
            ]
        )
        return DeliveryReport(outlet: draft.outlet, state: state, tries: 0, lastError: trouble, ended: ended)
    }

    static func delivery(_ row: Row) -> Delivery {
        let payload: Data = row["payload"]
        return Delivery(
            number: row["number"],
            outlet: row["outlet"],
            key: row["key"],
            payload: Array(payload),
            made: Timestamp(nanoseconds: row["made"]),
            tries: row["tries"],
            refusals: row["refusals"],
            due: Timestamp(nanoseconds: row["due"])
        )
    }

    /// Why it failed last, of a delivery or an outlet.
    static func trouble(_ row: Row) -> DeliveryTrouble? {
        let text: String? = row["error"]
        return text.map { DeliveryTrouble(kept: $0) }
    }

    static func report(_ row: Row) -> DeliveryReport {
        let ended: Int64? = row["ended"]
        return DeliveryReport(
            outlet: row["outlet"],
            state: DeliveryState(rawValue: row["state"]) ?? .waiting,
            tries: row["tries"],
            lastError: trouble(row),
            ended: ended.map { Timestamp(nanoseconds: $0) }
        )
    }
}
