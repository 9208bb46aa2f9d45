import Aero
import ArgumentParser
import Foundation
import Store

/// `pelacak identity imports`
struct ListIdentityImports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports",
        abstract: "List what was brought in, oldest first."
    )

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: IdentityOptions

    private struct Document: Encodable {
        var id: Int64
        var time: Double
        var source: String
        var version: String
        var file: String
        var sha256: String
        var rows: Int
        var badRows: Int
        var isUndone: Bool
    }

    func run() async throws {
        let store = try options.open()
        let imports = try IdentityOptions.run { () throws(IdentityError) in try store.imports() }
        if json {
            let documents = imports.map {
                Document(
                    id: $0.id,
                    time: $0.time.seconds,
                    source: $0.source,
                    version: $0.version,
                    file: $0.file,
                    sha256: $0.sha256,
                    rows: $0.rows,
                    badRows: $0.badRows,
                    isUndone: $0.isUndone
                )
            }
            return try IdentityOptions.write(documents)
        }
        guard !imports.isEmpty else {
            return StandardError.line("pelacak: nothing was brought in yet; begin with: pelacak identity import --help")
        }
        for one in imports {
            let version = one.version.isEmpty ? "" : " \(IdentityOptions.plain(one.version))"
            print(
                "\(one.id)  \(TimeText.iso(one.time))  \(IdentityOptions.plain(one.source))\(version)  \(one.rows) rows, "
                    + "\(one.badRows) bad  \(IdentityOptions.plain(one.file))\(one.isUndone ? "  taken back" : "")"
            )
        }
    }
}

/// `pelacak identity undo`
struct UndoIdentityImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take the last import of a source back, as a whole.",
        discussion: """
            What it ended is held again, what it brought is not. That it was held stays known: an answer as of an earlier day does not change.
            """
    )

    @Argument(help: ArgumentHelp("Its number, as `pelacak identity imports` prints it.", valueName: "NUMBER"))
    var number: Int64
    @OptionGroup var options: IdentityOptions

    func run() async throws {
        let store = try options.open()
        try IdentityOptions.run { () throws(IdentityError) in try store.undo(number, at: TimeText.now) }
        print("import \(number) is taken back")
    }
}

/// `pelacak identity conflicts`
struct ListIdentityConflicts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List what contradicts each other, the newest first."
    )

    @Argument(help: ArgumentHelp("Of one address; all without.", valueName: "HEX")) var address: String?
    @Option(help: ArgumentHelp("As known then.", valueName: "T")) var asOf: String?
    @Option(help: ArgumentHelp("Lines at most.", valueName: "N")) var limit = 1_000
    @Flag(help: "Those too that people explained or refuted.") var all = false
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: IdentityOptions

    private struct Document: Encodable {
        var id: Int64
        var kind: String
        var subject: String?
        var values: [String]
        var rule: String?
        var sources: [String]
        var since: Double
        var state: String
        var reason: String?
        var settles: String
    }

    func run() async throws {
        guard limit > 0 else { throw UsageError("--limit: write 1 or more") }
        let subject = try address.map { text throws(UsageError) in try IdentityOptions.address(text) }
        let known = try IdentityOptions.time(asOf)
        let store = try options.open()
        let (conflicts, sources) = try IdentityOptions.run { () throws(IdentityError) in
            (
                try store.conflicts(of: subject.map { .address($0) }, known: known, limit: limit),
                Dictionary(uniqueKeysWithValues: try store.sources().map { ($0.id, $0.name) })
            )
        }
        let shown = conflicts.filter { all || $0.state == .open }
        if json {
            let documents = shown.map { one in
                Document(
                    id: one.id,
                    kind: one.kind.name,
                    subject: one.subject?.description,
                    values: one.values,
                    rule: one.rule.isEmpty ? nil : one.rule,
                    sources: one.sources.map { sources[$0] ?? "?" },
                    since: one.since.seconds,
                    state: one.state.name,
                    reason: one.reason.isEmpty ? nil : one.reason,
                    settles: one.kind.whatSettles
                )
            }
            return try IdentityOptions.write(documents)
        }
        for one in shown { ConflictText.lines(one, sources).forEach { print($0) } }
        if conflicts.count == limit { StandardError.line("pelacak: there may be more; raise --limit") }
        if shown.isEmpty { StandardError.line("pelacak: nothing contradicts each other there") }
    }
}

/// `pelacak identity decide`
struct DecideIdentityConflict: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Note what was found out about a conflict; it stays noted when the conflict is found again."
    )

    @Argument(help: ArgumentHelp("As `pelacak identity conflicts` prints it.", valueName: "NUMBER")) var number: Int64
    @Argument(help: ArgumentHelp("explained, refuted, or open again.", valueName: "STATE")) var state: String
    @Option(help: ArgumentHelp("Why; whoever reads the page sees it. No names of persons.", valueName: "TEXT"))
    var reason: String
    @OptionGroup var options: IdentityOptions

    func run() async throws {
        guard let state = IdentityConflict.State.allCases.first(where: { $0.name == state }) else {
            throw UsageError("\(self.state): write explained, refuted or open")
        }
        guard (1...300).contains(reason.count), IdentityOptions.plain(reason) == reason else {
            throw UsageError("--reason: write 1 to 300 characters in one line")
        }
        let store = try options.open()
        try IdentityOptions.run { () throws(IdentityError) in
            try store.decide(number, state, reason: reason, at: TimeText.now)
        }
    }
}

/// A conflict in words.
enum ConflictText {
    /// - Parameter sources: their names, by number.
    static func lines(_ conflict: HeldConflict, _ sources: [Int64: String]) -> [String] {
        let who = conflict.sources.map { IdentityOptions.plain(sources[$0] ?? "?") }.joined(separator: ", ")
        let state =
            conflict.state == .open ? "" : "  (\(conflict.state.name): \(IdentityOptions.plain(conflict.reason)))"
        return [
            "\(conflict.id)  \(conflict.subject?.description ?? "-")  \(conflict.kind.name): \(words(conflict))"
                + "\(who.isEmpty ? "" : "; said by \(who)"); since \(TimeText.iso(conflict.since))\(state)",
            "    what would settle it: \(conflict.kind.whatSettles)",
        ]
    }

    private static func words(_ conflict: HeldConflict) -> String {
        let values = conflict.values.map(IdentityOptions.plain)
        let rule = conflict.rule.isEmpty ? "the state's rule" : "the rule \(conflict.rule)"
        switch (conflict.kind, values.count) {
        case (.arithmetic, 2...):
            return "\(values[0]) is listed, \(rule) gives \(values.dropFirst().joined(separator: " and "))"
        case (.twoAddresses, 2...): return "\(values[0]) on \(values.dropFirst().joined(separator: " and "))"
        case (.outsideBlock, 2): return "\(values[0]) is no mark of \(values[1]), whose block holds the address"
        case (.spreadsheet, 1): return "\(values[0]): a spreadsheet changed it"
        case (.spreadsheet, 2...):
            return
                "\(values[0]): a spreadsheet changed it; \(values.dropFirst().joined(separator: " or ")) may be meant"
        case (.noRegistration, 1): return "\(values[0]) is no registration"
        case (.noRegistration, 0): return "what stands as registration is none; it is not repeated, it may be a name"
        default: return values.joined(separator: " against ")
        }
    }
}
