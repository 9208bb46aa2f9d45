import Aero
import ArgumentParser
import Foundation
import Store

/// `pelacak identity export`
struct ExportIdentities: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what is held as our own CSV, each row with its source and licence.",
        discussion: """
            Examples:
              pelacak identity export facts.csv
              pelacak identity export facts.csv --leave-out
              pelacak identity export then.csv --as-of 2026-11-01

            Rows whose terms forbid handing them on refuse the whole, and are counted by licence; --leave-out writes the others. The file is
            read back with: pelacak identity import own FILE. Aircraft that are hidden from others are left out; --hidden takes them in.
            """
    )

    @Argument(help: ArgumentHelp("A file that is not there yet.", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("As known then.", valueName: "T")) var asOf: String?
    @Flag(help: "Leave out rows that may not be handed on.") var leaveOut = false
    @Flag(help: "Also what is hidden from strangers alone.") var hidden = false
    @OptionGroup var options: IdentityOptions

    /// What is hidden from others at any time is in no file for them.
    private func hiddenAddresses() throws -> [UInt32] {
        var flags = ServeSettings.Flags()
        flags.data = options.folder
        let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        return try settings.hidingRules().hiddenAddresses(from: hidden ? .operators : .strangers)
    }

    func run() async throws {
        let known = try IdentityOptions.time(asOf)
        let store = try options.open()
        let hiding = try hiddenAddresses()
        let made = try IdentityOptions.run { () throws(IdentityError) in
            try store.export(to: file, known: known, hiding: hiding, leavingOutForbidden: leaveOut)
        }
        let terms = made.licence.map { " under \($0.rawValue)" } ?? ""
        let rest = made.leftOut > 0 ? "; \(made.leftOut) may not be handed on and are left out" : ""
        StandardError.line("pelacak: \(made.rows) facts in \(file)\(terms)\(rest)")
        for origin in made.origins { print("credit: \(IdentityOptions.plain(origin))") }
        print("sha256: \(made.sha256)")
    }
}

/// `pelacak identity retire`
struct RetireIdentitySource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "End all that a source says; that it was held stays known.",
        discussion: """
            Example:
              pelacak identity retire tar1090-db

            Bringing the source in again begins anew. An answer as of an earlier day does not change.
            """
    )

    @Argument(help: ArgumentHelp("The source, as `pelacak identity imports` names it.", valueName: "NAME"))
    var name: String
    @OptionGroup var options: IdentityOptions

    func run() async throws {
        let store = try options.open()
        try IdentityOptions.run { () throws(IdentityError) in try store.retire(name, at: TimeText.now) }
        print("nothing that \(IdentityOptions.plain(name)) says is held any more")
    }
}
