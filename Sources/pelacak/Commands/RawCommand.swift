import Aero
import ArgumentParser
import Store

/// The messages as they came in.
struct RawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raw",
        abstract: "The messages as they came in: list them, take them out, compute the history again.",
        discussion: """
            Examples:
              pelacak raw list
              pelacak raw export --from 2026-11-25T12:00Z --to 2026-11-25T13:00Z --out hour.beast
              pelacak raw rerun --from 2026-11-25 --to 2026-11-26 --into again

            All of them work beside a running server, on what it has written so far.
            """,
        subcommands: [RawList.self, RawExport.self, RawRerunCommand.self]
    )
}

/// Which raw messages are meant.
struct RawOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From then on; ISO 8601 or seconds since 1970.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String?
    @OptionGroup var archive: ArchiveOptions

    func shelf() throws(Failure) -> RawShelf {
        let folder = archive.dataFolder + "/raw"
        guard let shelf = RawShelf(folder: folder) else {
            try archive.refuseClosed()
            throw Failure("\(folder): no raw messages are kept there; check --data")
        }
        return shelf
    }

    /// The time asked for; open to the sides where it is not said.
    func during() throws(UsageError) -> Range<Timestamp> {
        for text in [from, to].compactMap(\.self) {
            if let note = TimeText.zoneNote(text) { StandardError.line("pelacak: \(note)") }
        }
        let start = try from.map(TimeText.parse) ?? Timestamp(nanoseconds: .min)
        let end = try to.map(TimeText.parse) ?? Timestamp(nanoseconds: .max)
        guard start < end else { throw UsageError("--from \(from ?? "") is not before --to \(to ?? "")") }
        return start..<end
    }
}

/// `pelacak raw list`
struct RawList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the slices of ten minutes of each receiver.",
        discussion: """
            A receiver is a number that tells nothing without the site's key. The kind beast holds Mode S frames and Mode A/C replies, claims
            holds SBS, JSON and UAT.
            """
    )

    @OptionGroup var options: RawOptions

    func run() async throws {
        let entries = try options.shelf().entries(during: try options.during())
        guard !entries.isEmpty else { throw Failure("no raw messages of that time are kept") }
        print("start receiver kind messages bytes state")
        for entry in entries {
            let slice = entry.slice
            let state =
                switch entry.condition {
                case .whole: "whole"
                case .open: "open"
                case .damaged: "damaged"
                }
            let words = entry.isPinned ? state + ",pinned" : state
            print(TimeText.iso(slice.start), slice.receiver, slice.kind.rawValue, entry.messages, slice.bytes, words)
        }
    }
}
