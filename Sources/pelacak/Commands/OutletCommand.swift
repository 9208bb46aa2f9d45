import Aero
import ArgumentParser
import Foundation
import Outlets
import Store
import Watch

/// Lists, adds, tries and removes outlets.
struct OutletCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlet",
        abstract: "List, add, try and remove the outlets that alerts go to.",
        discussion: """
            Examples:
              pelacak outlet add phone ntfy topic=@/etc/pelacak/topic
              pelacak outlet add desk telegram chat=-1001234567890 token=@/etc/pelacak/telegram
              pelacak outlet test phone
              pelacak outlet list
              pelacak outlet remove phone

            Kinds: webhook (url, secret), ntfy (topic, server, token, priority), telegram (token, chat), discord (url), slack (url), \
            matrix (server, room, token), mastodon (server, token, visibility), feed. Any takes language= and per-minute=. \
            email and command stand in the configuration file alone. KEY=@FILE reads a secret from a file: what stands on a command \
            line is read by others. A running server takes up every change within seconds. docs/outlets.md tells more.
            """,
        subcommands: [ListOutlets.self, AddOutlet.self, TestOutlet.self, RemoveOutlet.self]
    )

    /// Whose outlets.
    struct Place: ParsableArguments {
        @OptionGroup var folder: TokenCommand.Folder
        @Option(help: ArgumentHelp("Configuration file; DIR/pelacak.yaml without.", valueName: "FILE")) var config:
            String?

        var shelf: OutletShelf { OutletShelf(dataFolder: folder.path) }

        func settings() throws -> OutletSettings {
            let named =
                config ?? ProcessInfo.processInfo.environment["PELACAK_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
            return try ConfigurationFile(path: named ?? folder.path + "/pelacak.yaml").read(isNamed: named != nil)
                .outlets
        }

        /// The file's and those that were added, by name.
        func outlets() throws -> [OutletDefinition] {
            let (added, problems) = try shelf.read()
            for problem in problems { StandardError.line("pelacak: \(problem)") }
            let written = try settings().definitions
            return (written + added.filter { one in !written.contains { $0.name == one.name } }).sorted {
                $0.name < $1.name
            }
        }

        func client() throws -> OutboundClient {
            let border = OutboundGuard(OutboundRules(listed: try settings().listed))
            return OutboundClient(border, agent: "pelacak/\(Pelacak.version) (+self-hosted)")
        }
    }
}

/// `pelacak outlet list`
struct ListOutlets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List outlets, how they fare, never their secrets."
    )

    private struct Line: Encodable {
        var name: String
        var kind: String
        var settings: [String: String]
        var fixed: Bool
        var pending: Int
        var dead: Int
        var lastError: String?
    }

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var place: OutletCommand.Place

    func run() throws {
        let tallies = try tallies()
        let lines = try place.outlets().map { outlet in
            let tally = tallies[outlet.name] ?? OutletTally()
            return Line(
                name: outlet.name,
                kind: outlet.kind.rawValue,
                settings: outlet.shown,
                fixed: outlet.isFromFile,
                pending: tally.pending,
                dead: tally.dead,
                lastError: tally.lastError?.description
            )
        }
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(lines), as: UTF8.self))
            return
        }
        guard !lines.isEmpty else {
            StandardError.line(
                "pelacak: no outlets in \(place.folder.path); add one with: pelacak outlet add NAME KIND KEY=VALUE…"
            )
            return
        }
        for line in lines {
            let settings = line.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            var words = ["\(line.name) (\(line.kind))"] + settings + ["\(line.pending) waiting", "\(line.dead) dead"]
            if let error = line.lastError { words.append("last error: \(error)") }
            print(words.joined(separator: "  "))
        }
    }

    private func tallies() throws(Failure) -> [String: OutletTally] {
        guard FileManager.default.fileExists(atPath: "\(place.shelf.folder)/\(OutboxStore.name)") else { return [:] }
        do throws(OutboxStoreError) { return try OutboxStore(folder: place.shelf.folder).tallies() } catch {
            throw Failure(error.description)
        }
    }
}

/// `pelacak outlet add`
struct AddOutlet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an outlet.")

    @Argument(help: ArgumentHelp("As rules name it.", valueName: "NAME")) var name: String
    @Argument(
        help: ArgumentHelp("webhook, ntfy, telegram, discord, slack, matrix, mastodon or feed.", valueName: "KIND")
    )
    var kind: String
    @Argument(help: ArgumentHelp("What it is told; a secret as KEY=@FILE.", valueName: "KEY=VALUE")) var settings:
        [String] = []
    @OptionGroup var place: OutletCommand.Place

    func run() throws {
        let kinds = OutletKind.allCases.filter { $0 != .browser }.map(\.rawValue)
        guard let kind = OutletKind(rawValue: kind), kind != .browser else {
            throw UsageError(
                "\"\(kind)\" is no kind\(NearestName.hint(kind, among: kinds)); there are \(kinds.joined(separator: ", "))"
            )
        }
        let secrets = OutletField.all(of: kind).filter(\.isSecret).map(\.key)
        var values: [String: [String]] = [:]
        for text in settings {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw UsageError("write KEY=VALUE, not \"\(text)\"") }
            guard values[parts[0]] == nil else { throw UsageError("\(parts[0]) is written twice") }
            values[parts[0]] = [secrets.contains(parts[0]) ? try SecretFile.line(parts[1]) : parts[1]]
        }
        if kind == .feed { values["key"] = [OutletShelf.newKey()] }
        let outlet: OutletDefinition
        do throws(OutletError) { outlet = try OutletDefinition(name: name, kind: kind, values: values) } catch {
            throw UsageError(error.description)
        }
        let client = try place.client()
        do throws(OutboundFailure) { for address in outlet.addresses { try client.check(address) } } catch {
            throw UsageError(error.description)
        }
        guard OutletKeeper.builtIn[name] == nil, try !place.outlets().contains(where: { $0.name == name }) else {
            throw Failure("there is an outlet \(name) already")
        }
        try place.shelf.add(outlet)
        if let key = values["key"]?.first, kind == .feed { print("/feeds/\(key).atom") }
        StandardError.line("pelacak: outlet \(name) is added; try it with: pelacak outlet test \(name)")
    }
}

/// `pelacak outlet test`
struct TestOutlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send a message that says it is a test, once, from this machine."
    )

    @Argument(help: ArgumentHelp("The name of an outlet.", valueName: "NAME")) var name: String
    @OptionGroup var place: OutletCommand.Place

    func run() async throws {
        guard let definition = try place.outlets().first(where: { $0.name == name }) else {
            throw Failure("there is no outlet \(name); see: pelacak outlet list")
        }
        guard !definition.kind.isFetched else { throw Failure("\(name) is fetched: nothing is sent to it") }
        let outlet = try Outlet(definition, site: try place.settings().site)
        let outcome = await outlet.test(key: OutletShelf.newKey(), now: TimeText.now, through: try place.client())
        if let reason = outcome.reason { throw Failure("\(name): \(reason)") }
        StandardError.line("pelacak: \(name) took it")
    }
}

/// `pelacak outlet remove`
struct RemoveOutlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove an outlet; what waits for it becomes dead letters."
    )

    @Argument(help: ArgumentHelp("The name of an outlet.", valueName: "NAME")) var name: String
    @OptionGroup var place: OutletCommand.Place

    func run() throws {
        guard try place.shelf.remove(name) else {
            let isWritten = try place.settings().definitions.contains { $0.name == name }
            throw Failure(
                isWritten ? "\(name) stands in the configuration file: take it out there" : "there is no outlet \(name)"
            )
        }
        StandardError.line("pelacak: outlet \(name) is removed")
    }
}
