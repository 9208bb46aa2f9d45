import Outlets
import Testing

@testable import pelacak

struct OutletSettingsTests {
    private static func read(_ text: String) throws -> OutletSettings {
        try ConfigurationFile.parse(text, name: "pelacak.yaml").outlets
    }

    @Test func everythingIsRead() throws {
        let settings = try Self.read(
            """
            site-url: https://pelacak.example.org
            outbound-allow: [ntfy.lan:8080, "::1"]
            heartbeat: https://hc.example.org/ping/x
            heartbeat-every: 60
            outlets:
              desk: {kind: telegram, chat: "-1001234567890", token: "12345:abcdefghijklmnop", language: id}
              mail: {kind: email, to: [a@example.org, b@example.org], from: pelacak@example.org}
              siren: {kind: command, program: /usr/local/bin/siren, arguments: [--short, "a b"]}
            """
        )
        #expect(settings.definitions.map(\.name) == ["desk", "mail", "siren"])
        #expect(settings.definitions.map(\.kind) == [.telegram, .email, .command])
        #expect(settings.definitions.allSatisfy { $0.isFromFile })
        #expect(settings.definitions[2].settings["arguments"] == ["--short", "a b"])
        #expect(settings.listed.count == 2)
        #expect(settings.heartbeatSeconds == 60)
        #expect(settings.site?.origin == "https://pelacak.example.org")
        #expect(settings.holdsSecrets)
    }

    @Test(
        "what cannot be meant is refused",
        arguments: [
            "outlets: [x]", "outlets: {x: y}", "outlets: {x: {kind: telegran}}", "outlets: {x: {kind: slack}}",
            "outlets: {x: {kind: slack, url: 'ftp://x'}}", "outlets: {'a b': {kind: feed}}",
            "outbound-allow: [https://x/]",
            "heartbeat: nonsense", "heartbeat-every: 1", "site-url: pelacak",
            "outlets: {x: {kind: command, program: sh}}",
        ]
    )
    func refused(text: String) { #expect(throws: UsageError.self) { try Self.read(text) } }

    @Test func nothingIsNothing() throws {
        #expect(try Self.read("outlets:") == OutletSettings())
        #expect(try Self.read("") == OutletSettings())
    }
}
