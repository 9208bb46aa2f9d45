import Aero
import ArgumentParser
import Foundation

/// `pelacak suppress import`
struct ImportSuppressions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a list of aircraft that others give out, LADD or PIA, in the place of the one before.",
        discussion: """
            One aircraft a line, by address or by a registration from which the state's rule gives the address; a head row is read by its
            names. The file is the whole list of its reason: who is no longer on it is shown again from now on, and stays hidden for the
            time before. A file with a line that is no aircraft is refused, and so is one on which more than half are missing.
            """
    )

    @Argument(help: ArgumentHelp("The list; - for standard input.", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("ladd or pia.", valueName: "REASON")) var reason: String
    @Option(help: ArgumentHelp("flag, public (hidden from strangers) or everywhere.", valueName: "MODE"))
    var mode = "public"
    @Option(help: ArgumentHelp("From when on newcomers are; also in all the past without.", valueName: "TIME"))
    var from: String?
    @Option(help: ArgumentHelp("Why, for the record; needed but for --dry-run.", valueName: "TEXT")) var why: String?
    @Option(help: ArgumentHelp("Who decided, for the record; your account without.", valueName: "WHO"))
    var by: String?
    @Flag(help: "Say what would change, and change nothing.") var dryRun = false
    @Flag(help: "Leave out lines that are no aircraft.") var skipUnreadable = false
    @Flag(help: "Also when more than half of those on the list before are missing.") var shrink = false
    @OptionGroup var choice: SuppressCommand.Choice

    func run() throws {
        guard let reason = SuppressionReason(rawValue: reason.lowercased()), [.ladd, .pia].contains(reason) else {
            throw UsageError("the reason of a list is ladd or pia, not \"\(reason.prefix(20))\"")
        }
        guard let mode = SuppressionMode(rawValue: mode.lowercased()), mode != .embargo else {
            throw UsageError("the mode is flag, public or everywhere, not \"\(mode.prefix(20))\"")
        }
        let from = try from.map(TimeText.parse)
        let members = try members()
        let list = try choice.suppressions()
        let now = TimeText.now
        if dryRun {
            let change = try SuppressCommand.run { () throws(SuppressionListError) in
                try list.preview(members.addresses, mode, reason, from: from, at: now)
            }
            print("\(change.sentence); \(members.byRule) by their registration; nothing was changed")
            return
        }
        guard let why else { throw UsageError("--why says where the list is from and of when") }
        let entry = try SuppressCommand.entry(why: why, by: by)
        let change = try SuppressCommand.run { () throws(SuppressionListError) in
            try list.take(
                members.addresses,
                mode,
                reason,
                from: from,
                at: now,
                mayShrink: shrink,
                source: "\(members.addresses.count) aircraft, \(members.byRule) by their registration",
                entry
            )
        }
        guard let change else {
            throw Failure(
                "more than half of those on the list of \(reason.rawValue) are missing in \(file): nothing was done; --shrink if it is so"
            )
        }
        StandardError.line("pelacak: \(list.path): \(change.sentence); reload the server to take it up")
    }

    private func members() throws -> MembershipFile {
        let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
        guard let handle else { throw Failure("\(file) cannot be read") }
        let data: Data
        do {
            data = try handle.read(upToCount: MembershipFile.largest + 1) ?? Data()
        } catch {
            throw Failure("\(file) cannot be read")
        }
        guard data.count <= MembershipFile.largest else { throw Failure("\(file) is larger than 64 MB") }
        // Lists come in older encodings too; what is read of them is letters and digits alone.
        let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1) ?? ""
        let members = try MembershipFile(text)
        guard members.unreadable.isEmpty || skipUnreadable else {
            let first = members.unreadable.prefix(5).map { "line \($0.line)" }.joined(separator: ", ")
            throw Failure(
                "\(members.unreadable.count) lines of \(file) are no aircraft (\(first)): nothing was done; --skip-unreadable leaves them out"
            )
        }
        guard !members.addresses.isEmpty else { throw Failure("\(file) holds no aircraft: nothing was done") }
        return members
    }
}
