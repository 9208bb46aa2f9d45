import Aero
import Foundation
import Watch

/// The JSON of a message, for webhooks and commands: keys sorted, so that the same message has the same bytes.
struct AlertDocument: Encodable {
    struct Place: Encodable {
        var lat: Double
        var lon: Double
    }

    struct Alert: Encodable {
        var id: String
        var watch: String
        var watchName: String
        var watchVersion: Int
        var time: Double
        var made: Double
        var title: [String: String]
        var body: [String: String]
        var aircraft: [String]
        var place: Place?
        var link: String?
        var simulated: Bool?
        var suppressedBefore: Int
        var visit: String?
        var corrects: String?
    }

    var version = 1
    var kind: String
    var id: String
    var made: Double
    var title: String
    var text: String
    var url: String?
    var simulated: Bool?
    var alerts: [Alert]

    init(_ message: AlertMessage) {
        kind = message.kind.rawValue
        id = message.key
        made = message.made.seconds
        title = message.title
        text = message.body
        url = message.link
        simulated = message.isSimulated ? true : nil
        alerts = message.alerts.map { alert in
            Alert(
                id: alert.id,
                watch: alert.ruleID,
                watchName: SafeText.line(alert.ruleName),
                watchVersion: alert.ruleVersion,
                time: alert.time.seconds,
                made: alert.made.seconds,
                title: alert.title.mapValues(SafeText.line),
                body: alert.body.mapValues(SafeText.plain),
                aircraft: alert.aircraft,
                place: alert.place.map { Place(lat: $0.latitude, lon: $0.longitude) },
                link: alert.link,
                simulated: alert.isSimulated ? true : nil,
                suppressedBefore: alert.suppressedBefore,
                visit: alert.visit,
                corrects: alert.corrects
            )
        }
    }

    var bytes: [UInt8] { JSONBody.bytes(self) }
}
