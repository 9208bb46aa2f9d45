import Aero
import Foundation
import Testing
import Watch

@testable import Outlets

struct OutletDefinitionTests {
    @Test(
        "nothing of an outlet shows a secret, printed, mirrored or as it may be shown",
        arguments: OutletKind.allCases
    )
    func secrets(kind: OutletKind) throws {
        let definition = try Alerts.definition(kind, port: 80)
        var dumped = ""
        dump(definition, to: &dumped)
        for text in [
            "\(definition)", String(reflecting: definition), dumped, "\(definition.shown)", "\(try Outlet(definition))",
        ] {
            for secret in definition.secrets.values { #expect(!text.contains(secret.value)) }
        }
        for secret in definition.secrets.values where secret.value.utf8.count >= 12 {
            #expect(definition.shown.values.contains { $0.hasSuffix(String(secret.value.suffix(4))) })
        }
    }

    @Test(
        "what cannot be meant is refused, with the key that is wrong",
        arguments: [
            (.webhook, [:], "url"), (.webhook, ["url": ["ftp://x/"]], "url"),
            (.webhook, ["url": ["https://x.org/"], "secret": ["short"]], "secret"),
            (.webhook, ["url": ["https://x.org/"], "color": ["red"]], "color"),
            (.webhook, ["url": ["https://x.org/", "https://y.org/"]], "url"),
            (.ntfy, ["topic": ["a/b"]], "topic"), (.ntfy, ["topic": ["t"], "priority": ["9"]], "priority"),
            (.ntfy, ["topic": ["t"], "server": ["https://x.org/?a"]], "server"),
            (.telegram, ["token": ["x"], "chat": ["1"]], "token"),
            (.telegram, ["token": ["1:aaaaaaaaaaaa"], "chat": ["a b"]], "chat"),
            (.telegram, ["token": ["1:aaaaaaaaaaaa/../x"], "chat": ["1"]], "token"),
            (.discord, ["url": ["https://x.org/?a=b"]], "url"),
            (.matrix, ["server": ["https://x.org"], "room": ["#alias:x.org"], "token": ["t"]], "room"),
            (.mastodon, ["server": ["https://x.org"], "token": ["t"], "visibility": ["loud"]], "visibility"),
            (.slack, ["url": ["https://x.org/"], "language": ["fr"]], "language"),
            (.slack, ["url": ["https://x.org/"], "per-minute": ["0"]], "per-minute"),
            (.slack, ["url": ["https://x.org/\n"]], "url"),
            (.slack, ["url": ["https://x.org/"], "simulated": ["maybe"]], "simulated"),
            (.feed, ["simulated": ["yes"]], "simulated"),
        ] as [(OutletKind, [String: [String]], String)]
    )
    func refused(kind: OutletKind, values: [String: [String]], field: String) {
        do throws(OutletError) {
            _ = try OutletDefinition(name: "x", kind: kind, values: values)
            Issue.record("it was taken")
        } catch {
            #expect(error.field == field)
            let texts = error.fault.texts
            #expect(texts.count == 2 && texts["en"] != texts["id"], "\(texts)")
            #expect(texts.values.allSatisfy { !$0.isEmpty && !$0.contains("{}") }, "\(texts)")
        }
    }

    @Test("programs are named by the configuration file alone", arguments: [OutletKind.command, .email])
    func programs(kind: OutletKind) {
        let values = ["program": ["/bin/sh"], "to": ["a@example.org"], "from": ["b@example.org"]].filter {
            kind == .email || $0.key == "program"
        }
        #expect(throws: OutletError.self) { try OutletDefinition(name: "x", kind: kind, values: values) }
        #expect(throws: Never.self) { try OutletDefinition(name: "x", kind: kind, values: values, isFromFile: true) }
    }

    @Test(
        "an address of mail is one and nothing more",
        arguments: [
            "-oQ/tmp@x", "a b@x.org", "a@x.org,b@y.org", "a@x.org\nBcc: b@y.org", "\"a\"@x.org", "a", "@x.org", "a@",
        ]
    )
    func mailAddresses(text: String) {
        for key in ["to", "from"] {
            let values = ["to": ["a@example.org"], "from": ["b@example.org"]].merging([key: [text]]) { $1 }
            #expect(throws: OutletError.self) {
                try OutletDefinition(name: "x", kind: .email, values: values, isFromFile: true)
            }
        }
    }

    @Test("a program is named by its whole path", arguments: ["sh", "./sh", "../bin/sh", ""])
    func programPath(text: String) {
        #expect(throws: OutletError.self) {
            try OutletDefinition(name: "x", kind: .command, values: ["program": [text]], isFromFile: true)
        }
    }

    @Test(
        "a name stands in paths and rules",
        arguments: ["", "a b", "a/b", ".a", "ä", String(repeating: "a", count: 65), "a\n"]
    )
    func names(name: String) {
        #expect(throws: OutletError.self) { try OutletDefinition(name: name, kind: .feed, values: [:]) }
    }

    @Test(
        "what is simulated goes to no outlet that did not ask for it, and says so where it goes",
        arguments: OutletKind.allCases
    )
    func simulated(kind: OutletKind) throws {
        let alert = Alerts.one(isSimulated: true)
        let closed = try Outlet(Alerts.definition(kind, port: 80)).draft(of: alert)
        guard !kind.isFetched else {
            #expect(closed.start == .fetched)
            return
        }
        guard case .withheld = closed.start else {
            Issue.record("\(kind) is told of what is simulated")
            return
        }
        #expect(closed.payload.isEmpty)
        let open = try Outlet(Alerts.definition(kind, port: 80, adding: ["simulated": ["yes"]])).draft(of: alert)
        #expect(open.start == .waiting)
        var text = String(decoding: open.payload, as: UTF8.self)
        if kind == .email { text += Self.decodedBody(text) }
        #expect(text.contains("SIMULATED") && !text.contains("SIMULATED: SIMULATED"))
        #expect(try Outlet(Alerts.definition(kind, port: 80)).draft(of: Alerts.one()).start == .waiting)
    }

    /// What stands in a message's body, which is written in base64.
    private static func decodedBody(_ message: String) -> String {
        let body = message.split(separator: "\n\n", maxSplits: 1).last ?? ""
        let data = Data(base64Encoded: String(body), options: .ignoreUnknownCharacters)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
