import Aero
import ArgumentParser
import Foundation

/// Changes the list of aircraft that are not shown.
struct SuppressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress",
        abstract: "Hide aircraft, mark them, and show them again.",
        discussion: """
            Examples:
              pelacak suppress add 3c6444 --reason takedown --why "request 12 of 2026"
              pelacak suppress add a1b2c3 --mode flag --reason ladd --why "list of November 2026"
              pelacak suppress add 157716 --mode embargo --to 2026-12-03T06:00Z --reason visit --why "shown after landing"
              pelacak suppress list
              pelacak suppress remove 3c6444 --why "withdrawn by the one who asked"
              pelacak suppress refuse 3c6444 --why "request 14: a state aircraft on a state visit"
              pelacak suppress import ladd.csv --reason ladd --dry-run
              pelacak suppress import ladd.csv --reason ladd --mode public --why "list of November 2026"
              pelacak suppress decisions

            Modes: flag (shown and marked), public (strangers are told nothing of it), embargo (strangers are told nothing of it until
            --to, and everything from then on), everywhere (nobody is told). Every change is written down beside the list with who, when and why. A running server takes the list up when told to: systemctl reload pelacak, or
            kill -HUP. docs/discretion.md tells what is hidden from whom.
            """,
        subcommands: [
            AddSuppression.self, RemoveSuppression.self, ListSuppressions.self, ImportSuppressions.self,
            RefuseSuppression.self, ListDecisions.self,
        ]
    )

    /// Which list.
    struct Choice: ParsableArguments {
        @Option(
            help: ArgumentHelp("Folder for configuration and history; PELACAK_DATA or data without.", valueName: "DIR")
        )
        var data: String?
        @Option(
            help: ArgumentHelp(
                "The list; what the configuration names, or DIR/suppress.csv, without.",
                valueName: "FILE"
            )
        )
        var list: String?

        func suppressions() throws -> SuppressionList {
            if let list { return SuppressionList(path: list, isNamed: false) }
            var flags = ServeSettings.Flags()
            flags.data = data
            let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
            var found = settings.suppressions
            found.isNamed = false
            return found
        }
    }

    /// Who and why.
    struct Reasons: ParsableArguments {
        @Option(help: ArgumentHelp("Why, for the record.", valueName: "TEXT")) var why: String
        @Option(help: ArgumentHelp("Who decided, for the record; your account without.", valueName: "WHO")) var by:
            String?

        func entry() throws(UsageError) -> SuppressionAudit.Entry { try SuppressCommand.entry(why: why, by: by) }
    }

    static func entry(why: String, by: String?) throws(UsageError) -> SuppressionAudit.Entry {
        let who = by ?? NSUserName()
        for (name, text) in [("--why", why), ("--by", who)] {
            guard (1...500).contains(text.utf8.count), !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw UsageError("\(name) is 1 to 500 bytes in one line")
            }
        }
        return SuppressionAudit.Entry(who: who, why: why, when: TimeText.iso(TimeText.now))
    }

    static func address(_ text: String) throws(UsageError) -> AircraftAddress {
        guard let address = AircraftAddress(text) else {
            throw UsageError("\"\(text.prefix(20))\" is no address: six hexadecimal digits")
        }
        return address
    }

    static func run<Value>(
        _ body: () throws(SuppressionListError) -> Value
    ) throws(Failure) -> Value {
        do { return try body() } catch { throw Failure(error.description) }
    }
}

/// `pelacak suppress add`
struct AddSuppression: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Hide or mark an aircraft.")

    @Argument(help: ArgumentHelp("Its address.", valueName: "HEX")) var address: String
    @Option(help: ArgumentHelp("flag, public, embargo or everywhere.", valueName: "MODE")) var mode = "public"
    @Option(help: ArgumentHelp("ladd, pia, takedown, correction or visit.", valueName: "REASON")) var reason =
        "takedown"
    @Option(help: ArgumentHelp("From when on; from the beginning without.", valueName: "TIME")) var from: String?
    @Option(help: ArgumentHelp("Until when; for ever without.", valueName: "TIME")) var to: String?
    @OptionGroup var reasons: SuppressCommand.Reasons
    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        let address = try SuppressCommand.address(address)
        let line = [address.hex, mode, from ?? "", to ?? "", reason].map { $0.replacing(",", with: " ") }
        let rule = try SuppressionList.rule(line.joined(separator: ","))
        let (list, entry) = (try choice.suppressions(), try reasons.entry())
        try SuppressCommand.run { () throws(SuppressionListError) in try list.add(rule, entry) }
        StandardError.line("pelacak: \(SuppressionList.line(rule)) is in \(list.path); reload the server to take it up")
    }
}

/// `pelacak suppress remove`
struct RemoveSuppression: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Show an aircraft again.")

    @Argument(help: ArgumentHelp("Its address.", valueName: "HEX")) var address: String
    @OptionGroup var reasons: SuppressCommand.Reasons
    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        let address = try SuppressCommand.address(address)
        let (list, entry) = (try choice.suppressions(), try reasons.entry())
        let count = try SuppressCommand.run { () throws(SuppressionListError) in try list.remove(address, entry) }
        guard count > 0 else { throw Failure("\(address) does not stand in \(list.path)") }
        StandardError.line(
            "pelacak: \(count) lines of \(address) are gone from \(list.path); reload the server to take it up"
        )
    }
}

/// `pelacak suppress list`
struct ListSuppressions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the list.")

    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        let list = try choice.suppressions()
        for rule in try SuppressCommand.run({ () throws(SuppressionListError) in try list.read() }) {
            print(SuppressionList.line(rule))
        }
    }
}

/// `pelacak suppress refuse`
struct RefuseSuppression: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Write down that somebody asked and was refused; nothing else changes."
    )

    @Argument(help: ArgumentHelp("The address that was asked for.", valueName: "HEX")) var address: String
    @Option(help: ArgumentHelp("takedown or correction.", valueName: "REASON")) var reason = "takedown"
    @OptionGroup var reasons: SuppressCommand.Reasons
    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        let address = try SuppressCommand.address(address)
        guard let reason = SuppressionReason(rawValue: reason.lowercased()), [.takedown, .correction].contains(reason)
        else {
            throw UsageError("what is refused is a takedown or a correction, not \"\(reason.prefix(20))\"")
        }
        let (list, entry) = (try choice.suppressions(), try reasons.entry())
        try SuppressCommand.run { () throws(SuppressionListError) in try list.refuse(address, reason, entry) }
        StandardError.line("pelacak: the refusal is written down in \(SuppressionAudit(list: list.path).path)")
    }
}

/// `pelacak suppress decisions`
struct ListDecisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Print what was decided: when, what, why; for your own eyes."
    )

    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        let audit = SuppressionAudit(list: try choice.suppressions().path)
        for line in try SuppressCommand.run({ () throws(SuppressionListError) in try audit.lines() }) {
            print(
                [line.when, line.action, line.rules.joined(separator: " "), line.who, line.why].joined(separator: "\t")
            )
        }
    }
}
