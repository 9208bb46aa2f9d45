import Aero
import ArgumentParser
import Feeds
import Foundation
import Store
import Tracking

/// `pelacak raw rerun`
struct RawRerunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Compute the history again from raw messages, into a folder of its own.",
        discussion: """
            Example:
              pelacak raw rerun --from 2026-11-25 --to 2026-11-26 --into again
              pelacak history trace 4ca1fa --from 2026-11-25 --to 2026-11-26 --data again

            What is kept stays as it is; the new history lies beside it, to be compared. Where receivers stand and which listener they came
            through is read from the configuration; name the sources as for `pelacak serve` where they are not in it. Begin an hour earlier than you
            want to know: what was heard then tells how to read what follows.
            """
    )

    @OptionGroup var options: RawOptions
    @Option(help: ArgumentHelp("A new data folder.", valueName: "DIR")) var into: String
    @Option(help: ArgumentHelp("As for serve; may be given several times.", valueName: "SPEC")) var source: [String] =
        []
    @Option(help: ArgumentHelp("As for serve.", valueName: "NAME?key=KEY")) var feeder: [String] = []
    @Option(help: ArgumentHelp("As for serve.", valueName: "LAT,LON[,METRES]")) var receiver: String?
    @Option(help: ArgumentHelp("Configuration file; DIR/pelacak.yaml without.", valueName: "FILE")) var config: String?
    @Flag(help: "No progress.") var quiet = false

    func run() async throws {
        let replay = try options.shelf().replay(during: try options.during())
        guard !replay.slices.isEmpty else { throw Failure("no raw messages of that time are kept") }
        let flags = ServeSettings.Flags(
            data: options.archive.dataFolder,
            source: source,
            feeder: feeder,
            receiver: receiver,
            config: config
        )
        let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        var numbers = ArchiveNumbers(try SiteKey.of(folder: options.archive.dataFolder))
        let roster = ReceiverRoster(
            heard: replay.receivers,
            sources: settings.sources ?? [],
            receiver: settings.receiver,
            feeders: settings.feeders,
            numbers: &numbers
        )
        let target = try ArchiveOptions.parse(["--data", into])
        guard !target.has(.real) else { throw Failure("\(into) has a history already; name a new folder with --into") }
        let store = try target.open(.real, isNew: true)
        let line = ProgressLine(isQuiet: quiet)
        defer { line.end() }
        let (messages, rows, problems): (Int, Int, [RawError])
        do {
            (messages, rows, problems) = try await Self.take(replay, RawRerun(roster, numbers), into: store) { count in
                line.tell("\(count) messages")
            }
            try await store.close()
        } catch { throw ArchiveOptions.failure(error) }
        line.end()
        for problem in problems.prefix(10) { StandardError.line("pelacak: passed over: \(problem)") }
        StandardError.line("pelacak: \(messages) messages, \(rows) rows in \(target.folder(.real))")
    }

    private static func take(
        _ replay: RawReplay,
        _ rerun: RawRerun,
        into store: HistoryStore,
        progress: (Int) -> Void
    ) async throws(ArchiveError) -> (messages: Int, rows: Int, problems: [RawError]) {
        var (messages, rows) = (0, 0)
        var reader = replay.makeReader()
        var rerun = rerun
        // Each append is written down at once: few large ones.
        var waiting: [ObservationBatch] = []
        var waitingRows = 0
        func add(_ batches: [ObservationBatch]) {
            waiting += batches
            waitingRows += batches.reduce(0) { $0 + $1.rows.count }
        }
        while let arrival = reader.next() {
            add(rerun.take(arrival))
            messages += arrival.batch.count
            guard waitingRows > 100_000 else { continue }
            rows += waitingRows
            for batch in waiting { try await store.append(batch) }
            (waiting, waitingRows) = ([], 0)
            progress(messages)
        }
        add(rerun.finish())
        rows += waitingRows
        for batch in waiting { try await store.append(batch) }
        return (messages, rows, reader.problems)
    }
}
