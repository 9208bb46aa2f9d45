import Aero
import Site
import Watch

/// Alerts that were told, in memory.
struct FakeAlerts: AlertDesk {
    var all: [ToldAlert] = [FakeAlerts.told(0, isPublic: true), FakeAlerts.told(1, isPublic: false)]
    var failure: AlertDeskError?

    static func id(_ number: Int) -> String { "0011223344556677889900000000000\(number)" }

    static func record(
        _ number: Int = 0,
        isPublic: Bool,
        of hex: String = "484159",
        visit: String = "visit-1",
        at seconds: Double? = nil
    ) -> AlertRecord {
        AlertRecord(
            id: id(number),
            ruleID: "roof",
            ruleVersion: 1,
            ruleName: "Watch roof",
            time: Timestamp(seconds: seconds ?? 1_718_670_000 - Double(number) * 60),
            made: Timestamp(seconds: 1_718_670_005),
            title: ["en": "PH-ABC took off", "id": "PH-ABC lepas landas"],
            body: ["en": "one\ntwo", "id": "satu\ndua"],
            aircraft: [hex],
            place: Position(latitude: 52.3, longitude: 4.8),
            link: "/#icao=\(hex)",
            evidence: Array(#"{"rule":{}}"#.utf8),
            outlets: ["desk"],
            isPublic: isPublic,
            suppressedBefore: 2,
            visit: visit,
            corrects: number == 1 ? id(0) : nil
        )
    }

    static func told(
        _ number: Int,
        isPublic: Bool,
        of hex: String = "484159",
        visit: String = "visit-1",
        at seconds: Double? = nil
    ) -> ToldAlert {
        ToldAlert(
            record(number, isPublic: isPublic, of: hex, visit: visit, at: seconds),
            correctedBy: number == 0 ? id(1) : nil,
            deliveries: [ToldAlert.Delivery(outlet: "desk", state: "dead", tries: 3, lastError: .status(403))]
        )
    }

    func alerts(_ question: AlertQuestion) async throws(AlertDeskError) -> [ToldAlert] {
        if let failure { throw failure }
        let fit = all.filter { told in
            let time = told.record.time
            return (question.since.map { time >= $0 } ?? true) && (question.before.map { time < $0 } ?? true)
                && (question.watch ?? told.record.ruleID) == told.record.ruleID
                && (question.visit ?? told.record.visit) == told.record.visit
                && (!question.isPublicOnly || told.record.isPublic)
        }
        return Array(fit.sorted { $0.record.time > $1.record.time }.prefix(question.limit))
    }

    func alert(_ id: String) async throws(AlertDeskError) -> ToldAlert? {
        if let failure { throw failure }
        return all.first { $0.record.id == id }
    }

    func counts(since: Timestamp) async throws(AlertDeskError) -> [String: (count: Int, last: Timestamp)] {
        if let failure { throw failure }
        return ["roof": (all.count, Timestamp(seconds: 1_718_670_000))]
    }

    func messages(of alert: AlertRecord) async -> AlertMessagesFound? {
        AlertMessagesFound(
            [
                HeardMessage(
                    time: alert.time,
                    receiver: 3,
                    aircraft: AircraftAddress(icao: 0x484159),
                    form: .modeS,
                    bytes: [0x8D, 0x48, 0x41, 0x59]
                )
            ],
            isCut: false
        )
    }

    func made(since: Timestamp) async throws(AlertDeskError) -> (told: Int, late: Int) {
        if let failure { throw failure }
        return (all.count { !$0.record.isLate }, all.count(where: \.record.isLate))
    }
}
