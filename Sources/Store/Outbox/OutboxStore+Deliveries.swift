public import Aero
import Foundation
import GRDB
public import Watch

extension OutboxStore {
    /// None of the same lane waits before it, by itself or in a digest.
    private static let isFirstOfLane = """
        NOT EXISTS (SELECT 1 FROM delivery e WHERE e.outlet = d.outlet AND e.lane = d.lane AND e.number < d.number AND e.state IN (0, 3))
        """

    /// Deliveries of an outlet that may be tried now, those that have waited longest first: one that fails again and again does not go
    /// before what was never tried.
    public func ready(_ outlet: String, now: Timestamp, limit: Int) throws(OutboxStoreError) -> [Delivery] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM delivery d WHERE outlet = ? AND state = 0 AND due <= ? AND \(Self.isFirstOfLane)
                    ORDER BY due, number LIMIT ?
                    """,
                arguments: [outlet, now.nanoseconds, limit]
            ).map(DeliveryRow.delivery)
        }
    }

    /// When the next delivery of an outlet becomes due; `nil` where none waits.
    public func nextDue(_ outlet: String) throws(OutboxStoreError) -> Timestamp? {
        try read { database in
            try Int64.fetchOne(
                database,
                sql: "SELECT min(due) FROM delivery d WHERE outlet = ? AND state = 0 AND \(Self.isFirstOfLane)",
                arguments: [outlet]
            ).map { Timestamp(nanoseconds: $0) }
        }
    }

    /// Deliveries that were never tried, without those that must wait for one of their lane which was; oldest first.
    public func untried(
        _ outlet: String,
        now: Timestamp,
        limit: Int
    ) throws(OutboxStoreError) -> [(number: Int64, alert: AlertRecord)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT d.number AS delivery, a.* FROM delivery d JOIN alert a ON a.number = d.alert
                    WHERE d.outlet = ?1 AND d.state = 0 AND d.tries = 0 AND d.due <= ?2 AND NOT EXISTS (
                        SELECT 1 FROM delivery e WHERE e.outlet = d.outlet AND e.lane = d.lane AND e.number < d.number
                            AND (e.state = 3 OR e.state = 0 AND (e.tries > 0 OR e.due > ?2)))
                    ORDER BY d.number LIMIT ?3
                    """,
                arguments: [outlet, now.nanoseconds, limit]
            ).map { (number: $0["delivery"], alert: try AlertRow.record($0)) }
        }
    }

    /// Puts deliveries together as one.
    public func join(
        _ numbers: [Int64],
        outlet: String,
        key: String,
        payload: [UInt8],
        now: Timestamp
    ) throws(OutboxStoreError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO delivery (outlet, key, lane, payload, state, made, due) VALUES (?, ?, ?, ?, 0, ?, ?)
                    """,
                arguments: [outlet, key, "digest " + key, Data(payload), now.nanoseconds, now.nanoseconds]
            )
            let digest = database.lastInsertedRowID
            for number in numbers {
                try database.execute(
                    sql: "UPDATE delivery SET state = 3, digest = ? WHERE number = ? AND state = 0",
                    arguments: [digest, number]
                )
            }
        }
    }

    /// What became of a delivery; the members of a digest share its end.
    public func settle(
        _ number: Int64,
        _ settlement: DeliverySettlement,
        now: Timestamp
    ) throws(OutboxStoreError) {
        try write { database in
            switch settlement {
            case .delivered:
                try Self.end(number, .delivered, nil, now, in: database)
                try Self.note(number, success: now, nil, in: database)
            case .dead(let reason):
                try Self.end(number, .dead, reason.kept, now, in: database)
                try Self.note(number, success: nil, (now, reason.kept), in: database)
            case .later(let due, let reason, let wasRefused):
                try database.execute(
                    sql: """
                        UPDATE delivery SET tries = tries + 1, refusals = refusals + ?, due = ?, error = ? WHERE number = ? AND state = 0
                        """,
                    arguments: [wasRefused ? 1 : 0, due.nanoseconds, reason.kept, number]
                )
                try Self.note(number, success: nil, (now, reason.kept), in: database)
            }
        }
    }

    /// Dead letters of an outlet wait again, with all their tries before them.
    ///
    /// - Parameter render: makes the bytes of those that have none, as their outlet was not there; `nil` leaves a letter dead.
    /// - Returns: how many.
    public func again(
        _ outlet: String,
        now: Timestamp,
        render: (AlertRecord) -> DeliveryDraft?
    ) throws(OutboxStoreError) -> Int {
        try write { database in
            let bare = try Row.fetchAll(
                database,
                sql: """
                    SELECT d.number AS delivery, a.* FROM delivery d JOIN alert a ON a.number = d.alert
                    WHERE d.outlet = ? AND d.state = 2 AND d.digest IS NULL AND length(d.payload) = 0
                    """,
                arguments: [outlet]
            )
            for row in bare {
                guard let draft = render(try AlertRow.record(row)) else { continue }
                let number: Int64 = row["delivery"]
                try database.execute(
                    sql: "UPDATE delivery SET payload = ?, lane = ? WHERE number = ?",
                    arguments: [Data(draft.payload), draft.lane, number]
                )
            }
            try database.execute(
                sql: """
                    UPDATE delivery SET state = 0, tries = 0, refusals = 0, made = ?1, due = ?1, error = NULL, ended = NULL
                    WHERE outlet = ?2 AND state = 2 AND digest IS NULL AND length(payload) > 0
                    """,
                arguments: [now.nanoseconds, outlet]
            )
            let count = database.changesCount
            try database.execute(
                sql: """
                    UPDATE delivery SET state = 3, ended = NULL, error = NULL WHERE outlet = ?1 AND state = 2
                        AND digest IN (SELECT number FROM delivery WHERE outlet = ?1 AND state = 0)
                    """,
                arguments: [outlet]
            )
            return count
        }
    }

    /// Ends what waits for an outlet that is taken away: dead letters, which wait again where one of its name is made.
    public func abandon(_ outlet: String, reason: DeliveryTrouble, now: Timestamp) throws(OutboxStoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE delivery SET state = 2, error = ?, ended = ? WHERE outlet = ? AND state IN (0, 3)",
                arguments: [reason.kept, now.nanoseconds, outlet]
            )
            try database.execute(sql: "DELETE FROM outlet WHERE name = ?", arguments: [outlet])
        }
    }

    /// How outlets fare, by name.
    public func tallies() throws(OutboxStoreError) -> [String: OutletTally] {
        try read { database in
            var tallies: [String: OutletTally] = [:]
            let counts = try Row.fetchAll(
                database,
                sql: """
                    SELECT outlet, state, count(*) AS count FROM delivery WHERE state IN (0, 3) OR state = 2 AND digest IS NULL
                    GROUP BY outlet, state
                    """
            )
            for row in counts {
                let (outlet, state, count): (String, Int, Int) = (row["outlet"], row["state"], row["count"])
                switch DeliveryState(rawValue: state) {
                case .waiting: tallies[outlet, default: OutletTally()].pending += count
                case .dead: tallies[outlet, default: OutletTally()].dead += count
                case .joined, .delivered, .withheld, nil: break
                }
            }
            for row in try Row.fetchAll(database, sql: "SELECT * FROM outlet") {
                let name: String = row["name"]
                let (success, failure): (Int64?, Int64?) = (row["success"], row["failure"])
                tallies[name, default: OutletTally()].lastSuccess = success.map { Timestamp(nanoseconds: $0) }
                tallies[name, default: OutletTally()].lastFailure = failure.map { Timestamp(nanoseconds: $0) }
                tallies[name, default: OutletTally()].lastError = DeliveryRow.trouble(row)
            }
            return tallies
        }
    }

    private static func end(
        _ number: Int64,
        _ state: DeliveryState,
        _ error: String?,
        _ now: Timestamp,
        in database: Database
    ) throws {
        try database.execute(
            sql: """
                UPDATE delivery SET state = ?1, error = ?2, ended = ?3, tries = tries + (number = ?4)
                WHERE number = ?4 AND state = 0 OR digest = ?4 AND state = 3
                """,
            arguments: [state.rawValue, error, now.nanoseconds, number]
        )
    }

    /// A success takes the last error away.
    private static func note(
        _ number: Int64,
        success: Timestamp?,
        _ failure: (time: Timestamp, reason: String)?,
        in database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO outlet (name, success, failure, error) SELECT outlet, ?1, ?2, ?3 FROM delivery WHERE number = ?4
                ON CONFLICT (name) DO UPDATE SET success = coalesce(excluded.success, success),
                    failure = coalesce(excluded.failure, failure), error = excluded.error
                """,
            arguments: [success?.nanoseconds, failure?.time.nanoseconds, failure?.reason, number]
        )
    }
}
