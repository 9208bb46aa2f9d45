public import Aero
import Foundation
import GRDB
public import Watch

extension OutboxStore {
    /// Keeps alerts with their deliveries, and the engine's state after them: all or nothing.
    ///
    /// - Parameters:
    ///   - drafts: of each alert, in the same order.
    ///   - engineState: `nil` leaves the one kept before.
    /// - Returns: the alerts that were not kept before, with their numbers.
    public func add(
        _ alerts: [AlertRecord],
        drafts: [[DeliveryDraft]],
        engineState: [UInt8]?
    ) throws(OutboxStoreError) -> [KeptAlert] {
        precondition(alerts.count == drafts.count, "each alert has its deliveries")
        return try write { database in
            var kept: [KeptAlert] = []
            for (alert, deliveries) in zip(alerts, drafts) {
                guard let number = try AlertRow.insert(alert, in: database) else { continue }
                var reports: [DeliveryReport] = []
                var seen: Set<String> = []
                for draft in deliveries where seen.insert(draft.outlet).inserted {
                    reports.append(try DeliveryRow.insert(draft, of: number, alert, in: database))
                }
                kept.append(KeptAlert(number: number, record: alert, correctedBy: nil, deliveries: reports))
            }
            if let engineState {
                try database.execute(
                    sql:
                        "INSERT INTO engine (one, state) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET state = excluded.state",
                    arguments: [Data(engineState)]
                )
            }
            return kept
        }
    }

    /// The engine's state that was kept last.
    public func engineState() throws(OutboxStoreError) -> [UInt8]? {
        try read { try Data.fetchOne($0, sql: "SELECT state FROM engine").map(Array.init) }
    }

    /// Kept alerts, the newest first; oldest first where those after a number are asked for.
    public func alerts(_ question: AlertSearch) throws(OutboxStoreError) -> [KeptAlert] {
        var (terms, arguments): ([String], StatementArguments) = (["1"], [])
        func add(_ term: String, _ value: (some DatabaseValueConvertible)?) {
            guard let value else { return }
            terms.append(term)
            arguments += [value]
        }
        add("made >= ?", question.since?.nanoseconds)
        add("number < ?", question.before)
        add("number > ?", question.after)
        add("time >= ?", question.from?.nanoseconds)
        add("time < ?", question.until?.nanoseconds)
        add("rule = ?", question.ruleID)
        add("visit = ?", question.visit)
        add(
            "EXISTS (SELECT 1 FROM delivery d WHERE d.alert = alert.number AND d.outlet = ? AND d.state <> 4)",
            question.outlet
        )
        if question.isPublicOnly { terms.append("public = 1") }
        let order = question.isByTime ? "time DESC, id DESC" : question.after == nil ? "number DESC" : "number ASC"
        let sql = """
            SELECT * FROM alert WHERE \(terms.joined(separator: " AND ")) ORDER BY \(order) LIMIT \(question.limit)
            """
        return try read { [arguments] database in
            try Row.fetchAll(database, sql: sql, arguments: arguments).map { try AlertRow.kept($0, in: database) }
        }
    }

    /// One alert; `nil` where there is none of this id.
    public func alert(_ id: String) throws(OutboxStoreError) -> KeptAlert? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM alert WHERE id = ?", arguments: [id])
                .map { try AlertRow.kept($0, in: database) }
        }
    }

    /// How many alerts there are of each rule since a time, by event time, and when the last was.
    public func counts(since time: Timestamp) throws(OutboxStoreError) -> [String: (count: Int, last: Timestamp)] {
        try read { database in
            let sql = "SELECT rule, count(*) AS count, max(time) AS last FROM alert WHERE time >= ? GROUP BY rule"
            var counts: [String: (count: Int, last: Timestamp)] = [:]
            for row in try Row.fetchAll(database, sql: sql, arguments: [time.nanoseconds]) {
                let rule: String = row["rule"]
                counts[rule] = (row["count"], Timestamp(nanoseconds: row["last"]))
            }
            return counts
        }
    }

    /// How many alerts were matched since a time by the wall's clock: as it happened, and in data that came late.
    public func made(since time: Timestamp) throws(OutboxStoreError) -> (told: Int, late: Int) {
        try read { database in
            let sql = """
                SELECT count(*) - coalesce(sum(late), 0) AS told, coalesce(sum(late), 0) AS late FROM alert WHERE made >= ?
                """
            guard let row = try Row.fetchOne(database, sql: sql, arguments: [time.nanoseconds]) else { return (0, 0) }
            return (row["told"], row["late"])
        }
    }

    /// Deletes alerts that were matched before a time and of which nothing is still to be sent; what corrects stays with what it corrects.
    ///
    /// - Returns: how many.
    public func prune(before time: Timestamp) throws(OutboxStoreError) -> Int {
        try write { database in
            try database.execute(
                sql: """
                    DELETE FROM alert WHERE made < ?1 AND NOT EXISTS (
                        SELECT 1 FROM delivery d WHERE d.alert = alert.number AND d.state IN (0, 3))
                    """,
                arguments: [time.nanoseconds]
            )
            let count = database.changesCount
            try database.execute(
                sql: "DELETE FROM delivery WHERE alert IS NULL AND made < ? AND state IN (1, 2)",
                arguments: [time.nanoseconds]
            )
            return count
        }
    }
}
