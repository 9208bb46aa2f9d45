import Aero
import Foundation
import Site
import Testing

@testable import pelacak

struct ConfigurationFileTests {
    private func temporary() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)/pelacak.yaml").path
    }

    @Test func keysAreThoseOfTheFlags() throws {
        let text =
            "listen: 127.0.0.1:9000\nsource:\n- beast+tcp://h:1\n- avr+tcp://h:2\nsink: beast+listen://127.0.0.1:3\n"
        let content = try ConfigurationFile.parse(text, name: "x")
        #expect(content.listen == "127.0.0.1:9000")
        #expect(content.source == ["beast+tcp://h:1", "avr+tcp://h:2"])
        #expect(content.sink == ["beast+listen://127.0.0.1:3"])
        #expect(try ConfigurationFile.parse("", name: "x") == ConfigurationFile.Content())
        #expect(try ConfigurationFile.parse("# nothing\n", name: "x") == ConfigurationFile.Content())
    }

    @Test func tar1090IsAFolderAModeAndLeaveToLoadPictures() throws {
        let content = try ConfigurationFile.parse(
            "tar1090: /srv/html\ntar1090-mode: globe\ntar1090-tiles: true\n",
            name: "x"
        )
        #expect(content.tar1090 == "/srv/html" && content.tar1090Mode == "globe" && content.tar1090Tiles == "true")
        var flags = ServeSettings.Flags()
        flags.data = temporary()
        let usual = try ServeSettings(flags: flags, environment: [:]).tar1090
        #expect(usual.folder == nil && usual.mode == .reAPIZstd && !usual.allowsForeignImages)
        flags.tar1090Mode = "plain-zstd"
        let environment = ["PELACAK_TAR1090": "/e", "PELACAK_TAR1090_MODE": "globe", "PELACAK_TAR1090_TILES": "1"]
        let chosen = try ServeSettings(flags: flags, environment: environment).tar1090
        #expect(chosen.folder == "/e" && chosen.mode == .plainZstd && chosen.allowsForeignImages)
        flags.tar1090Mode = "glob"
        #expect(throws: UsageError.self) { try ServeSettings(flags: flags, environment: [:]) }
        #expect(throws: UsageError.self) {
            try ServeSettings(flags: .init(data: temporary()), environment: ["PELACAK_TAR1090_TILES": "perhaps"])
        }
    }

    @Test(arguments: [
        ("lisen: x", "unknown key \"lisen\" in x (did you mean \"listen\"?)"), ("[1, 2]", "must be a list of"),
        ("source: {a: b}", "source in x must be a list"), ("listen: [a]", "listen in x must be one value"),
        ("a: b: c", "is no YAML"),
    ])
    func mistakesAreNamed(text: String, says: String) {
        do {
            _ = try ConfigurationFile.parse(text, name: "x")
            Issue.record("\(text) was accepted")
        } catch {
            #expect("\(error)".contains(says), "\(error)")
        }
    }

    @Test("a file that somebody named must be there; one that nobody named need not")
    func aNamedFileMustBeThere() throws {
        let path = temporary()
        var flags = ServeSettings.Flags()
        flags.config = path
        for (flags, environment) in [(flags, [:]), (ServeSettings.Flags(), ["PELACAK_CONFIG": path])] {
            let error = #expect(throws: Failure.self) {
                try ServeSettings(flags: flags, environment: environment)
            }
            let line = "\(error.map(String.init(describing:)) ?? "")"
            #expect(line.contains(path) && !line.contains("\n"))
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        #expect(try !ServeSettings(flags: .init(data: folder.path), environment: [:]).hasFile)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(try ServeSettings(flags: flags, environment: [:]).hasFile)
    }

    @Test(
        "keys in a file that others may read are warned of once, and nothing else is",
        arguments: [
            ("token: abc", 0o644, true), ("token: \"@FOLDER/secret\"", 0o644, false), ("token: abc", 0o640, true),
            ("token: abc", 0o600, false),
            ("listen: 127.0.0.1:1", 0o644, false), ("source: [\"beast+tcp://h:1\"]", 0o666, false),
            ("source: [\"beast+listen://h:1?key=0c6fa0a15e1c4f6e9f0b0d6f6f4be0a3\"]", 0o604, true),
            ("feeder: [\"roof?key=0c6fa0a15e1c4f6e9f0b0d6f6f4be0a3\"]", 0o644, true),
            ("source: [\"v2+https://h?mil&key-file=/k\"]", 0o644, false),
        ]
    )
    func keysOthersMayRead(text: String, mode: Int, isTold: Bool) throws {
        let path = temporary()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("abc\n".utf8).write(to: folder.appendingPathComponent("secret"))
        try Data(text.replacing("FOLDER", with: folder.path).utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let warnings = try ServeSettings(flags: .init(config: path), environment: [:]).warnings
        #expect(warnings.count == (isTold ? 1 : 0))
        #expect(warnings.allSatisfy { $0.contains("chmod 600") && !$0.contains("0c6f") && !$0.contains("abc") })
    }

    @Test func writingSourcesKeepsEverythingElse() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent()) }
        let file = ConfigurationFile(path: path)
        try file.write(sources: [])
        let text =
            "# mine\nlisten: 127.0.0.1:9000\nsource:\n  - beast+tcp://h:1 # old\n\n# between\n  - avr+tcp://h:2\n# end\nsink: []\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let source = try SourceSpecification("beast+tcp://h:3?name=roof")
        try file.write(sources: [source.text])
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            written.contains("# mine") && written.contains("# end") && !written.contains("old")
                && !written.contains("between")
        )
        #expect(try file.read().source == [source.text])
        #expect(try file.read().listen == "127.0.0.1:9000")
    }

    @Test func flagsAreStrongerThanEnvironmentAndFile() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent()) }
        try ConfigurationFile(path: path).write(sources: ["beast+tcp://file:1"])
        var flags = ServeSettings.Flags()
        flags.config = path
        flags.receiver = "1,2"
        var settings = try ServeSettings(flags: flags, environment: ["PELACAK_LISTEN": "127.0.0.1:1"])
        #expect(settings.sources?.map(\.text) == ["beast+tcp://file:1"])
        #expect(settings.receiver?.position == Position(latitude: 1, longitude: 2))
        #expect(settings.dormantSources.isEmpty)
        #expect(settings.sourcesAreFromFile)
        #expect(settings.listen.port == 1)
        flags.source = ["avr+tcp://flag:1"]
        flags.listen = "127.0.0.1:2"
        settings = try ServeSettings(flags: flags, environment: ["PELACAK_LISTEN": "127.0.0.1:1"])
        #expect(settings.sources?.first?.publicText == "avr+tcp://flag:1")
        #expect(settings.listen.port == 2)
        #expect(!settings.sourcesAreFromFile)
        #expect(settings.dormantSources == ["beast+tcp://file:1"])
        flags.listen = "9000"
        #expect(try ServeSettings(flags: flags, environment: [:]).listen == Endpoint(host: "127.0.0.1", port: 9000))
    }

    @Test(arguments: [
        ["simulate:traffic", "beast+tcp://h:1"], ["file:x.beast", "beast+tcp://h:1"],
    ])
    func whatCannotShareOneSkyIsRefused(sources: [String]) {
        var flags = ServeSettings.Flags()
        flags.data = "/nonexistent"
        flags.source = sources
        #expect(throws: UsageError.self) { try ServeSettings(flags: flags, environment: [:]) }
    }
}
