import Aero
import Watch

@testable import Outlets

/// Alerts to be told in tests.
enum Alerts {
    static let time = Timestamp(seconds: 1_700_000_000)

    static func one(
        _ number: Int = 1,
        rule: String = "rule",
        title: String = "RA-96024 took off",
        body: String = "Vnukovo, 12:04 UTC\nobserved",
        aircraft: [String] = ["155BE8"],
        link: String? = "/#aircraft=155BE8",
        outlets: [String] = ["out"],
        made: Timestamp = time,
        isSimulated: Bool = false,
        corrects: String? = nil
    ) -> AlertRecord {
        AlertRecord(
            id: Hexadecimal.lower(UInt64(number), digits: 16) + "00000000000000aa",
            ruleID: rule,
            ruleVersion: 2,
            ruleName: "special flights",
            time: time,
            made: made,
            title: ["en": title, "id": "ID " + title],
            body: ["en": body, "id": "ID " + body],
            aircraft: aircraft,
            place: Position(latitude: 55.6, longitude: 37.3),
            link: link,
            evidence: Array("{\"receivers\":[\"secret roof\"]}".utf8),
            outlets: outlets,
            isSimulated: isSimulated,
            suppressedBefore: 4,
            corrects: corrects
        )
    }

    /// Kinds that send, each with the least it is told, to a server on loopback.
    static func definition(
        _ kind: OutletKind,
        port: Int,
        adding more: [String: [String]] = [:]
    ) throws(OutletError) -> OutletDefinition {
        let server = "http://127.0.0.1:\(port)"
        let values: [String: [String]] =
            switch kind {
            case .webhook: ["url": [server + "/hook?key=k"], "secret": ["it is a secret of 24 bytes"]]
            case .ntfy: ["server": [server], "topic": ["topic-1"], "token": ["tk_abcdefghijkl"]]
            case .telegram: ["server": [server], "token": ["12345:abcdefghijklmnop"], "chat": ["-1001234567890"]]
            case .discord: ["url": [server + "/api/webhooks/1/abcdefghijklmnop"]]
            case .slack: ["url": [server + "/services/T0/B0/abcdefghijklmnop"]]
            case .matrix: ["server": [server], "room": ["!room:example.org"], "token": ["syt_abcdefghijkl"]]
            case .mastodon: ["server": [server], "token": ["mastodon-abcdefgh"], "visibility": ["unlisted"]]
            case .email: ["to": ["a@example.org"], "from": ["pelacak@example.org"]]
            case .command: ["program": ["/bin/true"]]
            case .feed, .browser: [:]
            }
        return try OutletDefinition(
            name: "out",
            kind: kind,
            values: values.merging(more) { $1 },
            isFromFile: kind.isOfFileAlone
        )
    }

    /// A client that may reach a server on loopback.
    static func client(port: Int, limits: OutboundLimits = OutboundLimits()) throws(OutboundFailure) -> OutboundClient {
        let listed = try OutboundRules.Listed("127.0.0.1:\(port)")
        return OutboundClient(OutboundGuard(OutboundRules(listed: [listed])), agent: "pelacak/test", limits: limits)
    }
}
